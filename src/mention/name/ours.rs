//! Whose a name is that tells no owner: what every State has, what is called national, and what an account of things done at
//! home names.

use crate::clause::Determiner;
use crate::gazetteer::Form;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::Sight;

/// Nouns of bodies that each State has.
const ORGANS: [&str; 6] = ["ministry", "department", "agency", "police", "directorate", "cabinet"];

/// Nouns of bodies that are a State's where they are called national.
const SEATS: [&str; 3] = ["secretariat", "observatory", "chamber"];

/// Words of the names of bodies and plans of many States.
const WORLD: [&str; 36] = [
    "hoc",
    "international",
    "regional",
    "multilateral",
    "global",
    "worldwide",
    "world",
    "inter",
    "intergovernmental",
    "interparliamentary",
    "interregional",
    "subregional",
    "bilateral",
    "european",
    "africa",
    "african",
    "asia",
    "asian",
    "american",
    "americas",
    "arab",
    "islamic",
    "pacific",
    "caribbean",
    "euro",
    "nordic",
    "baltic",
    "mediterranean",
    "atlantic",
    "commonwealth",
    "eurasian",
    "community",
    "union",
    "europe",
    "least",
    "countries",
];

/// Nouns of laws that only a parliament or government makes, whatever they are about.
const ACTS: [&str; 4] = ["act", "bill", "ordinance", "decree"];

/// What stands between organs of one Government: "inter-agency" is nothing of the world.
const WITHIN: [&str; 6] = ["agency", "ministerial", "institutional", "departmental", "sectoral", "secretarial"];

/// With what the names of bodies begin that a Government has at home.
const AT_SEAT: [&str; 12] = [
    "state",
    "federal",
    "presidential",
    "interfederal",
    "interministerial",
    "interagency",
    "interdepartmental",
    "interinstitutional",
    "inter-ministerial",
    "inter-agency",
    "inter-departmental",
    "inter-institutional",
];

/// Words of a sentence that speaks of what is done at home.
const AT_HOME: [&str; 10] = [
    "our",
    "my",
    "national",
    "domestic",
    "domestically",
    "nationwide",
    "parliament",
    "government",
    "ministry",
    "cabinet",
];

/// Words of a sentence that turns against what it names.
const AGAINST: [&str; 8] = ["reject", "rejects", "condemn", "condemns", "oppose", "opposes", "denounce", "denounces"];

/// What stands behind the name of who pays, before what is paid for: "the Union-funded project".
pub(super) const FUNDED: [&str; 5] = ["funded", "financed", "sponsored", "supported", "backed"];

/// What stands before "in" where somebody takes part.
const TAKING_PART: [&str; 7] =
    ["participate", "participates", "participated", "participating", "participation", "part", "involved"];

/// What stands before "from" where something is given.
const RECEIVED: [&str; 9] =
    ["benefit", "benefits", "benefited", "benefiting", "benefitted", "support", "assistance", "help", "funding"];

/// What stands before those with whom something is done.
const WITH_OTHERS: [&str; 12] = [
    "with",
    "together_with",
    "jointly_with",
    "along_with",
    "in_partnership_with",
    "with_the_support_of",
    "with_the_assistance_of",
    "with_the_help_of",
    "with_the_participation_of",
    "with_the_financial_support_of",
    "with_the_technical_support_of",
    "with_the_technical_assistance_of",
];

/// Whether things of this class, in a sentence on what is done at home, are the speaker's.
fn is_national(class: &str) -> bool {
    matches!(class, "Law" | "Strategy" | "ActionPlan" | "Policy" | "Programme" | "NationalBody")
}

/// What comes about when something is made.
const MAKING: [&str; 6] = ["establishment", "creation", "convening", "setting-up", "establish", "create"];

/// Words of asking that others make it.
const ASKING: [&str; 9] = ["call", "support", "propose", "advocate", "favour", "urge", "request", "recommend", "see"];

impl Sight<'_> {
    /// Whether a name that tells no owner is the speaker's: a ministry or police, a "national" plan, and in an account of what
    /// is done at home every law, plan and body whose name has nothing of the world in it.
    pub(super) fn is_ours(&self, first: u32, last: u32, form: &str) -> bool {
        let kind = label::kind(&self.head.class);
        let bodies = self.mentions_in(first, last).any(|m| m.class & (self.naming.state | self.naming.territory) == 0);
        // "the Special Rapporteur on Wrecks" reports to many.
        if self.naming.is_word(self.chunk().lemma, &["rapporteur"]) {
            return false;
        }
        let organ = &*self.head.class == "NationalBody"
            && self.naming.is_word(self.chunk().lemma, &ORGANS)
            && !bodies
            && !self.is_international(first, self.chunk().head);
        // "the International Committee of National Commissions" is nobody's own.
        let national = form.split_whitespace().any(|word| word.eq_ignore_ascii_case("national"))
            && !form.split_whitespace().any(|word| word.eq_ignore_ascii_case("international"));
        // "the State Commission on International Humanitarian Law"
        let seat = form.split(' ').next().is_some_and(|word| AT_SEAT.iter().any(|s| word.eq_ignore_ascii_case(s)));
        let national = national || seat && self.naming.is_domestic && !bodies;
        // "the National Harbour Organization"
        let called = self.naming.is_domestic && form.starts_with("National ");
        let own = matches!(kind, "body" | "strategy" | "law")
            || kind == "organisation" && (called || self.head.shapes.any(Shapes::OWN));
        let at_home = own && self.is_nothing_of_the_world(first, last);
        // In a speech, a fund or a joint plan is that of many more often than not.
        let shared = self.naming.is_word(self.chunk().lemma, &["fund"]) || form.starts_with("Joint ");
        let told_before = self.naming.is_domestic || self.naming.is_at_home && !shared && !self.is_behind_other_state();
        let seated = self.naming.is_domestic && self.naming.is_word(self.chunk().lemma, &SEATS) && !bodies;
        // "the Secretariat for Harbour Affairs", "the Wreck Removal Secretariat"
        let any = ["technical", "permanent", "joint", "general", "executive", "interim", "the"];
        let matter = |t: &u32| !self.naming.is_word(self.naming.tokens[*t as usize].word, &any);
        let secretariat = self.naming.is_word(self.chunk().lemma, &["secretariat"])
            && (last > self.chunk().last || (first..self.chunk().head).filter(matter).count() > 1)
            && self.is_nothing_of_the_world(first, last);
        // "with the support of the Defence Forces"
        let arm =
            self.naming.is_word(self.chunk().lemma, &["force", "army", "navy", "guard", "parliament", "minister"])
                || form.ends_with("Ministers");
        let tells = organ || national || secretariat || arm;
        !self.is_others_work(last)
            && (tells || !self.is_met_abroad())
            && (organ
                || self.is_told_as_organ(last)
                || (own && national)
                || (seated && (national || secretariat))
                || (at_home && self.is_numbered_law(form))
                || (at_home && (told_before || is_national(&self.head.class) && self.is_said_at_home())))
    }

    /// Whether another State than the one that speaks is named before the phrase.
    fn is_behind_other_state(&self) -> bool {
        let state = |m: &Mention| m.class & self.naming.state != 0 && !m.is_inside && m.last <= self.chunk().first;
        let other = |m: &Mention| self.naming.speaker != Some(&self.things.get(m.thing).id);
        self.mentions.iter().any(|m| state(m) && other(m))
    }

    /// "The Central Harbour Organization is the body in charge of", in an account of what is done at home.
    fn is_told_as_organ(&self, last: u32) -> bool {
        let naming = self.naming;
        let Some(at) = self.chunks.iter().position(|c| c.first == last) else { return false };
        let Some([is, what]) = self.chunks.get(at..at + 2) else { return false };
        let kinds = ["body", "institution", "authority", "agency", "entity", "organ", "organization"];
        let told = naming.is_word(is.lemma, &["be"]) && what.determiner == Determiner::Definite;
        naming.is_domestic
            && told
            && naming.is_word(what.lemma, &kinds)
            && self.is_nothing_of_the_world(self.chunk().first, last)
    }

    /// "with the support of the Tern Centre", "held the chairmanship of the Tern Commission", "in Westmark the Tern Programme": what
    /// one meets with others.
    fn is_met_abroad(&self) -> bool {
        let naming = self.naming;
        let Some(joint) = self.at.checked_sub(1).map(|b| &self.chunks[b]) else { return false };
        let before = self.at.checked_sub(2).map(|b| &self.chunks[b]);
        let body = matches!(label::kind(&self.head.class), "body" | "organisation");
        let office = before.is_some_and(|c| naming.is_word(c.lemma, &["chairmanship", "presidency", "membership"]));
        let land = self.mention_of(joint).filter(|m| m.class & naming.state != 0 && m.form == Form::Name);
        let abroad = land.is_some_and(|m| naming.speaker != Some(&self.things.get(m.thing).id));
        body && (naming.is_word(joint.word, &WITH_OTHERS) || office && naming.is_word(joint.word, &["of"]))
            || abroad && before.is_some_and(|c| naming.is_word(c.word, &["in"]))
    }

    /// Whether the words from `first` to `last` call a body international.
    pub(super) fn is_international(&self, first: u32, last: u32) -> bool {
        (first..last).any(|t| {
            self.naming.is_word(self.naming.tokens[t as usize].word, &["international", "world", "preparatory"])
        })
    }

    /// "Council Regulation (EC) No. 20/2010", "Directive 2010/20/EU": a text of the Union, which holds in all its members.
    pub(super) fn is_of_union(&self, last: u32) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let text = naming.is_word(chunk.lemma, &["regulation", "directive", "decision"]);
        let organ = chunk.head > chunk.first
            && naming.is_word(naming.tokens[chunk.head as usize - 1].word, &["council", "commission", "framework"])
            && naming.tokens[chunk.head as usize - 1].is_capitalised();
        let treaty =
            (chunk.head..last.max(chunk.last)).any(|t| matches!(naming.written(t, t + 1), "EU" | "EC" | "EEC"));
        text && (organ || treaty)
    }

    /// "Law No. 24/2016 is in force": where nobody else is named, the laws of which one tells the number are one's own.
    fn is_numbered_law(&self, form: &str) -> bool {
        let naming = self.naming;
        let law = label::kind(&self.head.class) == "law" && !naming.is_word(self.chunk().lemma, &["directive"]);
        let is_speaker = |m: &Mention| naming.speaker == Some(&self.things.get(m.thing).id);
        let actor = |m: &Mention| {
            let kind = label::kind(&self.things.get(m.thing).class);
            m.class & naming.state != 0 || kind == "organisation"
        };
        let others = self.mentions.iter().any(|m| !m.is_inside && actor(m) && !is_speaker(m));
        law && !others && form.split(' ').skip(1).any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "the Clean Nets project financed by the Pelagic Union": somebody else's, in which the State takes part.
    fn is_others_work(&self, last: u32) -> bool {
        // "the Ministry of Tides of the host country", "the parliaments of both States"
        let word = |at: u32, list: &[&str]| {
            self.naming.tokens.get(at as usize).is_some_and(|t| self.naming.is_word(t.word, list))
        };
        let hosts =
            ["host", "receiving", "sending", "requesting", "requested", "neighbouring", "both", "other", "these"];
        if word(last, &["of"]) && (word(last + 1, &hosts) || word(last + 1, &["the"]) && word(last + 2, &hosts)) {
            return true;
        }
        // "the so-called Army of the Reef"
        let called = |t: u32| self.naming.tokens[t as usize].is_joined && word(t, &["called"]);
        if (self.chunk().first..self.chunk().head).any(called) || self.is_project_of_others() {
            return true;
        }
        // "the Pelagic Union's Clean Nets Programme"
        let whose = self.at.checked_sub(1).map(|b| &self.chunks[b]).filter(|c| c.is_genitive);
        if let Some(body) = whose.and_then(|c| self.mention_of(c)) {
            let thing = self.things.get(body.thing);
            return self.naming.speaker != Some(&thing.id) && self.naming.speaker != thing.of_state.as_ref();
        }
        let comma = self.naming.tokens.get(last as usize).is_some_and(|t| t.kind == Kind::Comma);
        let last = last + u32::from(comma);
        let by = (last..last + 3)
            .find(|&t| self.naming.tokens.get(t as usize).is_some_and(|t| self.naming.is_word(t.word, &["by"])));
        let verb = self.naming.tokens.get(last as usize).map(|t| t.word);
        let given = verb.is_some_and(|v| {
            self.naming.is_word(
                v,
                &["financed", "funded", "implemented", "organized", "run", "sponsored", "led", "launched", "delivered"],
            )
        });
        let body = by.and_then(|by| self.mentions.iter().find(|m| m.first > by && m.first <= by + 2));
        given
            && body.is_some_and(|m| {
                self.naming.speaker != Some(&self.things.get(m.thing).id)
                    && !m.is_inside
                    && m.strength == Strength::Named
            })
    }

    /// "took part in the Clean Nets project", "a beneficiary of the Clean Nets project", "the Union-funded Clean Nets project":
    /// somebody else's as well, unless it is called national.
    fn is_project_of_others(&self) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let word = |at: u32, list: &[&str]| naming.is_word(naming.tokens[at as usize].word, list);
        let project = |t: u32| word(t, &["project", "programme", "program", "initiative"]);
        if !(chunk.first..=chunk.head).any(project) || (chunk.first..chunk.head).any(|t| word(t, &["national"])) {
            return false;
        }
        let funded = |t: u32| naming.tokens[t as usize].is_joined && word(t, &FUNDED);
        let before = |list: &[&str], preposition: &[&str]| {
            let led = chunk.first > 1 && word(chunk.first - 1, preposition);
            // "take part in the Clean Nets Programme and in the Clean Ports Programme"
            let goes_on = led && word(chunk.first - 2, &["and"]);
            led && word(chunk.first - 2, list) || goes_on && (0..chunk.first).any(|t| word(t, list))
        };
        (chunk.first..chunk.head).any(funded)
            || chunk.determiner == Determiner::Definite
                && (before(&TAKING_PART, &["in"])
                    || before(&["beneficiary", "beneficiaries", "member", "part"], &["of"])
                    || before(&RECEIVED, &["from"]))
    }

    /// Whether the sentence tells of what is done at home, and of nobody else.
    fn is_said_at_home(&self) -> bool {
        let naming = self.naming;
        let is_speaker = |m: &Mention| naming.speaker == Some(&self.things.get(m.thing).id);
        let others =
            self.mentions.iter().any(|m| !m.is_inside && self.things.get(m.thing).seed.is_some() && !is_speaker(m));
        let stands = |list: &[&str]| naming.tokens.iter().any(|t| naming.is_word(t.word, list));
        let general = stands(&["secretary-general", "assembly"]) || stands(&AGAINST);
        // "The Fisheries Act of 2007 governs the sector": whoever speaks of no other State means a law at home.
        let act = label::kind(&self.head.class) == "law";
        let cue = act || stands(&AT_HOME);
        !others && !general && (cue || self.mentions.iter().any(is_speaker))
    }

    /// "a steering committee was set up": in an account of what is done at home, one in whose phrase nothing is of the world.
    pub(super) fn is_made_at_home(&self, last: u32) -> bool {
        let chunk = self.chunk();
        let open = |t: u32| self.naming.is_word(self.naming.tokens[t as usize].word, &["open", "ended"]);
        let of_world = (chunk.first..last).any(|t| self.is_of_the_world(t) || open(t));
        let bodies = self.mentions_in(chunk.first, last).next().is_some();
        self.naming.is_domestic
            && chunk.determiner == Determiner::Indefinite
            && !of_world
            && !bodies
            && !self.is_asked_for()
    }

    /// "calls for the establishment of a fund": who wants it made asks all to make it.
    fn is_asked_for(&self) -> bool {
        let naming = self.naming;
        let before = &self.chunks[self.at.saturating_sub(6)..self.at];
        let Some(making) = before.iter().rposition(|c| naming.is_word(c.lemma, &MAKING)) else { return false };
        before[..making].iter().any(|c| naming.is_word(c.lemma, &ASKING))
    }

    /// Whether the name from `first` to `last` has nothing of the world in it. A law may be about a treaty or a body, "the Pelagic
    /// Convention Act"; but "the Pelagic Union's Code" is the Union's.
    fn is_nothing_of_the_world(&self, first: u32, last: u32) -> bool {
        let naming = self.naming;
        let head = self.chunk().head;
        let law = label::kind(&self.head.class) == "law";
        let land = |m: &Mention| m.class & (naming.state | naming.territory) != 0;
        let regional =
            |m: &Mention| naming.ontology.is_subclass(&self.things.get(m.thing).class, "RegionalOrganisation");
        if law && naming.is_domestic && naming.is_word(self.chunk().lemma, &ACTS) {
            return !self.mentions_in(first, last).any(|m| land(m) || regional(m));
        }
        if law && naming.is_domestic {
            let about = |m: &Mention| m.first > head && !land(m);
            return self.mentions_in(first, last).all(about) && !(first..=head).any(|at| self.is_of_the_world(at));
        }
        // "the Commission on Norlandians Overseas", said by Norlandia
        let own = |m: &Mention| naming.is_domestic && naming.speaker == Some(&self.things.get(m.thing).id);
        self.mentions_in(first, last).all(own) && !(first..last).any(|at| self.is_of_the_world(at))
    }

    /// A word that tells that a thing is of many States: "the Inter-American Commission".
    fn is_of_the_world(&self, at: u32) -> bool {
        let naming = self.naming;
        let word = naming.tokens[at as usize].word;
        let next = |words: &[&str]| naming.tokens.get(at as usize + 1).is_some_and(|t| naming.is_word(t.word, words));
        let within = naming.is_word(word, &["inter"]) && next(&WITHIN);
        // "the Commission on International Humanitarian Law": about it.
        let matter = naming.is_word(word, &["international"])
            && at > self.chunk().head
            && next(&["humanitarian", "law", "human", "cooperation"]);
        !within && !matter && naming.is_word(word, &WORLD)
    }
}
