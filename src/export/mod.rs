//! The files that other programs read. Every writer gives the same bytes for the same graph.

mod column;
pub mod csv;
mod filter;
pub mod gexf;
pub mod graphml;
mod html;
mod interchange;
mod matrix;
mod svg;
pub mod turtle;
mod value;
pub mod xml;

use std::io::{self, Write};
use std::path::Path;
use std::str::FromStr;

use oxigraph::model::{Quad, Triple};

use crate::graph::Graph;
use crate::ontology::Ontology;
use crate::rdf::web_annotations;
use crate::table::{self, LinkRow};

pub use filter::{Filter, selected};
pub use matrix::Cells;

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// [Turtle](https://www.w3.org/TR/turtle/): the default graph.
    Turtle,
    /// [TriG](https://www.w3.org/TR/trig/): every named graph.
    TriG,
    /// [N-Quads](https://www.w3.org/TR/n-quads/): every named graph.
    NQuads,
    /// [JSON-LD](https://www.w3.org/TR/json-ld11/): every named graph.
    JsonLd,
    /// [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/): the default graph.
    RdfXml,
    /// [GraphML](http://graphml.graphdrawing.org/): the property graph.
    GraphMl,
    /// [GEXF 1.3](https://gexf.net/): the property graph, for Gephi.
    Gexf,
    /// A page to look at: the property graph with the sentences of its links.
    Html,
    /// A picture of the property graph.
    Svg,
    /// Table of nodes.
    NodesCsv,
    /// Table of edges.
    EdgesCsv,
    /// Table of links with their quotes.
    LinksCsv,
    /// States and organisations, crosswise.
    MatrixCsv,
}

impl Format {
    /// Whether it is written from the property graph.
    #[must_use]
    pub const fn needs_graph(self) -> bool {
        self.shows_projections() || matches!(self, Self::MatrixCsv)
    }

    /// Whether a projection of the property graph can be written in it.
    #[must_use]
    pub const fn shows_projections(self) -> bool {
        matches!(self, Self::GraphMl | Self::Gexf | Self::Html | Self::Svg | Self::NodesCsv | Self::EdgesCsv)
    }

    /// Whether it is one of RDF.
    #[must_use]
    pub const fn is_rdf(self) -> bool {
        matches!(self, Self::Turtle | Self::TriG | Self::NQuads | Self::JsonLd | Self::RdfXml)
    }

    /// The formats that `build` writes, in its order.
    pub const BUILT: [Self; 10] = [
        Self::Turtle,
        Self::TriG,
        Self::NQuads,
        Self::GraphMl,
        Self::Gexf,
        Self::Html,
        Self::Svg,
        Self::NodesCsv,
        Self::EdgesCsv,
        Self::LinksCsv,
    ];

    /// All formats.
    pub const ALL: [Self; 13] = [
        Self::Turtle,
        Self::TriG,
        Self::NQuads,
        Self::JsonLd,
        Self::RdfXml,
        Self::GraphMl,
        Self::Gexf,
        Self::Html,
        Self::Svg,
        Self::LinksCsv,
        Self::NodesCsv,
        Self::EdgesCsv,
        Self::MatrixCsv,
    ];

    /// File extension, without the dot.
    ///
    /// ```
    /// assert_eq!(demarche::export::Format::Turtle.extension(), "ttl");
    /// ```
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::TriG => "trig",
            Self::NQuads => "nq",
            Self::JsonLd => "jsonld",
            Self::RdfXml => "rdf",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::NodesCsv | Self::EdgesCsv | Self::LinksCsv | Self::MatrixCsv => "csv",
        }
    }

    /// Every extension once, with `before` in front of each, for a message.
    #[must_use]
    pub fn extensions(before: &str) -> String {
        let mut extensions: Vec<&str> = Self::ALL.iter().map(|format| format.extension()).collect();
        extensions.dedup();
        extensions.iter().map(|extension| format!("{before}{extension}")).collect::<String>().trim().to_owned()
    }

    /// Name of the file that `build` writes, or would write.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Turtle => "graph.ttl",
            Self::TriG => "graph.trig",
            Self::NQuads => "graph.nq",
            Self::JsonLd => "graph.jsonld",
            Self::RdfXml => "graph.rdf",
            Self::GraphMl => "graph.graphml",
            Self::Gexf => "graph.gexf",
            Self::Html => "graph.html",
            Self::Svg => "graph.svg",
            Self::NodesCsv => "nodes.csv",
            Self::EdgesCsv => "edges.csv",
            Self::LinksCsv => "links.csv",
            Self::MatrixCsv => "matrix.csv",
        }
    }

    /// The format of an extension; of `csv`, the links table.
    ///
    /// ```
    /// use demarche::export::Format;
    /// assert_eq!(Format::from_extension("gexf"), Some(Format::Gexf));
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// The format of a file: by extension, and a CSV table by its name.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let format = Self::from_extension(path.extension()?.to_str()?)?;
        let stem = path.file_stem()?.to_str()?.to_ascii_lowercase();
        Some(match format {
            Self::LinksCsv if stem.ends_with("nodes") => Self::NodesCsv,
            Self::LinksCsv if stem.ends_with("edges") => Self::EdgesCsv,
            Self::LinksCsv if stem.ends_with("matrix") => Self::MatrixCsv,
            other => other,
        })
    }
}

/// Choices that some formats leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the cells of a matrix hold.
    pub cells: Cells,
    /// How GEXF says when something was said or done.
    pub timeline: gexf::Timeline,
    /// Whether files of RDF hold the evidence as Web Annotations too.
    pub web_annotation: bool,
}

/// What is exported: one graph in its three shapes.
#[derive(Clone, Copy, Debug)]
pub struct Content<'c> {
    /// Every named graph.
    pub quads: &'c [Quad],
    /// The links.
    pub rows: &'c [LinkRow],
    /// The property graph, arranged.
    pub graph: &'c Graph,
    /// Labels of classes.
    pub ontology: &'c Ontology,
}

/// Writes what is exported in a format.
///
/// # Errors
/// Whatever the writer reports.
pub fn write(content: Content<'_>, format: Format, options: Options, writer: impl Write) -> io::Result<()> {
    let quads = || match options.web_annotation {
        true => [content.quads, &web_annotations(content.quads)].concat(),
        false => content.quads.to_vec(),
    };
    match format {
        Format::Turtle => turtle::write_turtle(writer, quads().into_iter().map(Triple::from)),
        Format::TriG => turtle::write_trig(writer, quads()),
        Format::NQuads => turtle::write_nquads(writer, &quads()),
        Format::JsonLd => interchange::write_jsonld(writer, quads()),
        Format::RdfXml => interchange::write_rdfxml(writer, quads()),
        Format::GraphMl => graphml::write_graphml(content.graph, writer),
        Format::Gexf => gexf::write_gexf(content.graph, &gexf_options(options), writer),
        Format::Html => html::write_html(content, writer),
        Format::Svg => svg::write_svg(content, writer),
        Format::NodesCsv => csv::write_nodes(content.graph, writer),
        Format::EdgesCsv => csv::write_edges(content.graph, writer),
        Format::LinksCsv => table::write_csv(writer, content.rows),
        Format::MatrixCsv => matrix::write_matrix(content.graph, options.cells, writer),
    }
}

fn gexf_options(options: Options) -> gexf::GexfOptions {
    gexf::GexfOptions { timeline: options.timeline, ..gexf::GexfOptions::default() }
}

/// No format has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no format: use {extensions}", extensions = Format::extensions(" "))]
pub struct UnknownFormat(pub String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::from_extension(name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
#[cfg(test)]
mod properties;
