//! Ids for graph files: name tokens of XML made from ids of entities and from the ends of edges, each given
//! once, and the hashes behind them.

use std::sync::Arc;

use rustc_hash::FxHashSet;

/// Gives out ids, none of them twice.
#[derive(Default)]
pub(super) struct Ids {
    given: FxHashSet<Arc<str>>,
}

impl Ids {
    /// `wish`, or `wish` with the first free number behind it.
    pub(super) fn claim(&mut self, wish: &str) -> Arc<str> {
        let numbered = (2..).map(|n: u32| format!("{wish}-{n}"));
        let free = std::iter::once(wish.to_owned()).chain(numbered).find(|id| !self.given.contains(id.as_str()));
        let id: Arc<str> = free.unwrap_or_default().into();
        self.given.insert(id.clone());
        id
    }
}

/// The id of an entity as a name token: `organisation/osce` becomes `organisation.osce`.
pub(super) fn of_entity(entity: &str) -> String {
    if entity.is_empty() {
        return "_".to_owned();
    }
    entity.chars().map(name_char).collect()
}

const fn name_char(c: char) -> char {
    match c {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '_' | ':' | '-' => c,
        '/' => '.',
        _ => '_',
    }
}

/// A short name for the edge between two node ids: `e` and a 64-bit FNV-1a hash, the same in every build.
pub(super) fn of_edge(source: &str, relation: &str, target: &str) -> String {
    let bytes = [source, " ", relation, " ", target].into_iter().flat_map(str::bytes);
    let hash = fnv1a(bytes);
    format!("e{hash:016x}")
}

/// The FNV-1a hash. Unlike the hashers of the standard library it is fixed for ever.
pub(super) fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of `SplitMix64`: spreads a change of any bit over all of them.
pub(super) const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_name_tokens() {
        assert_eq!(of_entity("strategy/GBR/café 2011"), "strategy.GBR.caf__2011");
        assert_eq!(of_entity(""), "_");
    }

    #[test]
    fn ids_are_given_once() {
        let mut ids = Ids::default();
        assert_eq!(["a", "a-2", "a", "a"].map(|wish| ids.claim(wish).to_string()), ["a", "a-2", "a-3", "a-4"]);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a("foobar".bytes()), 0x8594_4171_f739_67e8);
    }
}
