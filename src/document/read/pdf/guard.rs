//! The guard around the reading of a PDF: whatever the file does - panics, endless loops, endless nesting, floods of
//! memory - ends with a fault that names it. Where there is a program for it, the reading is done in a process of its own.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::super::limit::Limits;
use super::super::{Converted, Fault};

/// Stack of the thread that reads, in bytes: some files nest deeply.
const STACK: usize = 256 << 20;
/// What the answer of the other process begins with: what a library prints may stand before it.
const ANSWER: &str = "\u{1}answer:";

/// Name of the verb with which a program reads a PDF from standard input and writes the answer to standard output.
pub const VERB: &str = "read-pdf";

/// The text of a PDF; in a process of `program` where there is one, else in a thread of its own, which can be
/// left alone but not stopped when it takes too long, and which cannot be kept from overflowing its stack.
pub fn convert(bytes: Vec<u8>, limits: &Limits, program: Option<&Path>) -> Result<Converted, Fault> {
    match program {
        Some(program) => in_process(bytes, limits, program),
        None => in_thread(bytes, *limits),
    }
}

fn in_thread(bytes: Vec<u8>, limits: Limits) -> Result<Converted, Fault> {
    let (send, receive) = channel();
    let read = move || {
        let read = std::panic::catch_unwind(|| super::text(&bytes, &limits));
        // Nobody listens any more where it took too long.
        let _ = send.send(read.unwrap_or_else(|_| Err(broken_down())));
    };
    let started = thread::Builder::new().name(VERB.to_owned()).stack_size(STACK).spawn(read);
    if let Err(error) = started {
        return Err(Fault::Damaged(format!("no thread can be started: {error}")));
    }
    wait(&receive, &limits).unwrap_or_else(|| Err(broken_down()))
}

/// What is sent within the time; nothing where the sender is gone.
fn wait<T>(receive: &Receiver<Result<T, Fault>>, limits: &Limits) -> Option<Result<T, Fault>> {
    match receive.recv_timeout(Duration::from_secs(limits.seconds)) {
        Ok(sent) => Some(sent),
        Err(RecvTimeoutError::Timeout) => Some(Err(Fault::TooLong)),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

fn broken_down() -> Fault {
    Fault::Damaged("reading it failed".to_owned())
}

fn in_process(bytes: Vec<u8>, limits: &Limits, program: &Path) -> Result<Converted, Fault> {
    let fault = |error: std::io::Error| Fault::Damaged(format!("no process can be started: {error}"));
    let mut command = Command::new(program);
    command.arg(VERB).args([limits.text_bytes, limits.file_bytes].map(|n| n.to_string()));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(fault)?;
    let (send, receive) = channel();
    exchange(&mut child, bytes, move |answer| {
        // Nobody listens any more where it took too long.
        let _ = send.send(Ok(answer));
    });
    let answer = wait(&receive, limits);
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
    match answer {
        Some(Ok(text)) => parse(&text),
        Some(Err(fault)) => Err(fault),
        None => Err(broken_down()),
    }
}

/// Hands `bytes` to a process and what it answers to `take`, both in the background.
fn exchange(child: &mut Child, bytes: Vec<u8>, take: impl FnOnce(String) + Send + 'static) {
    if let Some(mut input) = child.stdin.take() {
        // It may end before it has read all.
        thread::spawn(move || _ = input.write_all(&bytes));
    }
    if let Some(mut output) = child.stdout.take() {
        thread::spawn(move || {
            let mut answer = Vec::new();
            // What it could not say is no answer.
            let _ = output.read_to_end(&mut answer);
            take(String::from_utf8_lossy(&answer).into_owned());
        });
    }
}

fn parse(output: &str) -> Result<Converted, Fault> {
    let answer = output.rsplit_once(ANSWER).and_then(|(_, answer)| serde_json::from_str(answer).ok());
    answer.unwrap_or_else(|| Err(broken_down()))
}

/// What the other process does: reads a PDF from `input`, and answers on `output`.
///
/// # Errors
/// The answer cannot be written.
pub fn answer(input: impl Read, mut output: impl Write, text_bytes: u64, file_bytes: u64) -> std::io::Result<()> {
    let limits = Limits { text_bytes, file_bytes, seconds: u64::from(u32::MAX) };
    let mut bytes = Vec::new();
    input.take(file_bytes).read_to_end(&mut bytes)?;
    let read = in_thread(bytes, limits);
    write!(output, "{ANSWER}{}", serde_json::to_string(&read)?)?;
    output.flush()
}
