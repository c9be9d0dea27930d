//! Tells cargo that the binary embeds the seeds, the rules and the ontology.

fn main() {
    for folder in ["seeds/entities", "seeds/rules", "ontology"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
