//! The tree of the words of names, laid out for one walk from the root: breadth first, so that the children of a node
//! stand together.

use crate::lexicon::{UNKNOWN, Word, WordSet};

use super::Entry;

/// Names by their words.
pub(super) type Names = Vec<(Vec<Word>, Entry)>;

/// The node before the first word.
pub(super) const ROOT: u32 = 0;

/// Names by their words, for looking up.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// The words with which names begin, and the node of each by its number.
    begins: WordSet,
    /// Those of them that are names alone.
    names: WordSet,
    /// The words with which names go on.
    goes_on: WordSet,
    beginnings: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// The word that leads to it.
    word: Word,
    /// Its first child, ascending by word; the others follow up to the first child of the next node.
    child: u32,
    /// What the words so far name, likewise.
    entry: u32,
}

impl Tree {
    /// The tree of `names`; of equal names the first counts.
    pub(super) fn new(mut names: Names) -> Self {
        names.sort_by(|a, b| a.0.cmp(&b.0));
        let mut tree = Self::default();
        for (path, _) in &names {
            match path.as_slice() {
                [word] => tree.names.insert(*word),
                path => tree.goes_on.extend(path.iter().skip(1).copied()),
            }
        }
        // The names below each node, all of which begin with the same words.
        let mut below = vec![(names.as_slice(), 0)];
        let mut words = vec![UNKNOWN];
        let mut at = 0;
        while let Some(&(names, depth)) = below.get(at) {
            tree.nodes.push(Node { word: words[at], child: below.len() as u32, entry: tree.entries.len() as u32 });
            let (whole, longer) = names.split_at(names.partition_point(|(path, _)| path.len() == depth));
            let n_entries = tree.entries.len();
            for (_, entry) in whole {
                let is_new = |e: &Entry| e.entity != entry.entity || e.exact != entry.exact;
                if tree.entries[n_entries..].iter().all(is_new) {
                    tree.entries.push(entry.clone());
                }
            }
            for names in longer.chunk_by(|a, b| a.0[depth] == b.0[depth]) {
                words.push(names[0].0[depth]);
                below.push((names, depth + 1));
            }
            at += 1;
        }
        tree.nodes.push(Node { word: UNKNOWN, child: below.len() as u32, entry: tree.entries.len() as u32 });
        tree.begin();
        tree
    }

    fn begin(&mut self) {
        let n_words = self.children(ROOT).last().map_or(0, |node| node.word.0 as usize + 1);
        self.beginnings = vec![ROOT; n_words];
        let first = self.nodes[ROOT as usize].child;
        for at in 0..self.children(ROOT).len() {
            let word = self.children(ROOT)[at].word;
            self.begins.insert(word);
            self.beginnings[word.0 as usize] = first + at as u32;
        }
    }

    fn children(&self, node: u32) -> &[Node] {
        let [node, next] = [node, node + 1].map(|n| self.nodes[n as usize]);
        &self.nodes[node.child as usize..next.child as usize]
    }

    /// Whether any name begins with `word`.
    #[inline]
    pub(super) fn begins(&self, word: Word) -> bool {
        self.begins.contains(&word)
    }

    /// Whether `word` alone is a name.
    #[inline]
    pub(super) fn is_name(&self, word: Word) -> bool {
        self.names.contains(&word)
    }

    /// Whether any name goes on with `word`.
    #[inline]
    pub(super) fn goes_on(&self, word: Word) -> bool {
        self.goes_on.contains(&word)
    }

    /// The node to which `word` leads from `node`.
    pub(super) fn child(&self, node: u32, word: Word) -> Option<u32> {
        if node == ROOT {
            return self.begins(word).then(|| self.beginnings[word.0 as usize]);
        }
        let at = self.children(node).binary_search_by_key(&word, |child| child.word).ok()?;
        Some(self.nodes[node as usize].child + at as u32)
    }

    /// What the words on the way to `node` name.
    pub(super) fn entries(&self, node: u32) -> &[Entry] {
        let [node, next] = [node, node + 1].map(|n| self.nodes[n as usize]);
        &self.entries[node.entry as usize..next.entry as usize]
    }
}
