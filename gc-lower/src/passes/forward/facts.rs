//! What is known about locals at one point of the walk.

use crate::passes::paths;
use crate::pir::{Constant, Local, Operand, Place, Proj};
use wrc_base::FxHashMap;
use wrc_thir::{Mutability, Ty, VariantIdx};

/// Everything known about one local.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fact {
    pub alias: Option<Alias>,
    /// A shared reference whose target's value stands in this local.
    pub snapshot: Option<Local>,
    pub value: Option<Value>,
    pub variant: Option<VariantIdx>,
    /// The place that a `dyn` reference was made from, and its type.
    pub concrete: Option<(Alias, Ty)>,
    /// The slice that a reference or pointer names.
    pub parts: Option<Parts>,
}

/// Array, offset and length of a slice: constants, or copies of locals.
pub(super) type Parts = [Operand; 3];

/// The local is a reference or raw pointer to a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alias {
    pub place: Place,
    pub mutability: Mutability,
    pub is_ref: bool,
    /// Is the local, and are those it was reborrowed from, assigned once?
    pub is_stable: bool,
    /// Does the path go through pointers that memory writes may change?
    pub has_memory: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Const(Constant),
    /// A copy of what the place holds; with `true`, writes to memory may change it.
    Place(Place, bool),
}

/// A point in the history of the facts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    trail: usize,
    touched: usize,
}

#[derive(Debug, Default)]
pub(super) struct Facts {
    known: FxHashMap<Local, Fact>,
    /// Locals whose facts may read the key; checked when used.
    dependents: FxHashMap<Local, Vec<Local>>,
    /// Locals whose facts writes to memory may end.
    memory: Vec<Local>,
    /// What each change replaced.
    trail: Vec<(Local, Option<Fact>)>,
    /// Every local whose facts changed.
    touched: Vec<Local>,
}

impl Facts {
    pub fn get(&self, local: Local) -> Option<&Fact> {
        self.known.get(&local)
    }
    pub fn alias(&self, local: Local) -> Option<&Alias> {
        self.get(local)?.alias.as_ref()
    }
    pub fn value(&self, local: Local) -> Option<&Value> {
        self.get(local)?.value.as_ref()
    }
    pub fn variant(&self, local: Local) -> Option<VariantIdx> {
        self.get(local)?.variant
    }

    /// Locals that are references to exactly this place.
    pub fn aliases_of(&self, place: &Place) -> Vec<(Local, Alias)> {
        let mut found: Vec<_> = self
            .known
            .iter()
            .filter_map(|(local, fact)| Some((*local, fact.alias.clone()?)))
            .filter(|(_, alias)| alias.place == *place)
            .collect();
        found.sort_by_key(|(local, _)| *local);
        found
    }

    fn replace(&mut self, local: Local, fact: Option<Fact>) {
        let old = match fact {
            Some(fact) => self.known.insert(local, fact),
            None => self.known.remove(&local),
        };
        self.trail.push((local, old));
    }

    fn change(&mut self, local: Local, change: impl FnOnce(&mut Fact)) {
        let mut fact = self.get(local).cloned().unwrap_or_default();
        change(&mut fact);
        let fact = (fact != Fact::default()).then_some(fact);
        if self.known.get(&local) != fact.as_ref() {
            self.replace(local, fact);
            self.touched.push(local);
        }
    }

    fn depend(&mut self, local: Local, place: &Place, has_memory: bool) {
        let sources = place.base_local().into_iter().chain(paths::indices(place));
        for source in sources {
            self.dependents.entry(source).or_default().push(local);
        }
        if has_memory {
            self.memory.push(local);
        }
    }

    pub fn set_alias(&mut self, local: Local, alias: Alias) {
        self.depend(local, &alias.place, alias.has_memory);
        self.change(local, |fact| fact.alias = Some(alias));
    }

    pub fn set_snapshot(&mut self, local: Local, value: Local) {
        self.dependents.entry(value).or_default().push(local);
        self.change(local, |fact| fact.snapshot = Some(value));
    }

    pub fn set_value(&mut self, local: Local, value: Value) {
        if let Value::Place(place, has_memory) = &value {
            self.depend(local, &place.clone(), *has_memory);
        }
        self.change(local, |fact| fact.value = Some(value));
    }

    pub fn set_variant(&mut self, local: Local, variant: VariantIdx) {
        self.change(local, |fact| fact.variant = Some(variant));
    }

    pub fn set_concrete(&mut self, local: Local, source: Alias, ty: Ty) {
        self.depend(local, &source.place, source.has_memory);
        self.change(local, |fact| fact.concrete = Some((source, ty)));
    }

    pub fn set_parts(&mut self, local: Local, parts: Parts) {
        for part in parts.iter().filter_map(Operand::place) {
            self.depend(local, part, false);
        }
        self.change(local, |fact| fact.parts = Some(parts));
    }

    /// A copy of a local has its facts.
    pub fn inherit(&mut self, local: Local, fact: Fact, is_single: bool) {
        self.inherit_alias(local, fact.clone(), is_single);
        if let Some(value) = fact.value {
            let reads_self = matches!(&value, Value::Place(place, _)
                if place.base_local() == Some(local) || paths::indices(place).any(|i| i == local));
            if !reads_self {
                self.set_value(local, value);
            }
        }
        if let Some(variant) = fact.variant {
            self.set_variant(local, variant);
        }
        if let Some((source, ty)) = fact.concrete
            && source.place.base_local() != Some(local)
        {
            self.set_concrete(local, source, ty);
        }
    }

    /// A pointer made from another points to the same place.
    pub fn inherit_alias(&mut self, local: Local, fact: Fact, is_single: bool) {
        if let Some(mut alias) = fact.alias
            && alias.place.base_local() != Some(local)
            && paths::indices(&alias.place).all(|index| index != local)
        {
            alias.is_stable &= is_single;
            self.set_alias(local, alias);
        }
        if let Some(value) = fact.snapshot {
            self.set_snapshot(local, value);
        }
        if let Some(parts) = fact.parts {
            self.set_parts(local, parts);
        }
    }

    /// A branch is entered in which the local has this value.
    pub fn assume_value(&mut self, local: Local, constant: Constant) {
        let mut fact = self.get(local).cloned().unwrap_or_default();
        fact.value = Some(Value::Const(constant));
        self.replace(local, Some(fact));
    }

    /// A branch is entered in which the enum holds this variant.
    pub fn assume_variant(&mut self, local: Local, variant: VariantIdx) {
        let mut fact = self.get(local).cloned().unwrap_or_default();
        fact.variant = Some(variant);
        self.replace(local, Some(fact));
    }

    /// The local, or the part of it that `place` names, was written or moved.
    pub fn written(&mut self, local: Local, place: &Place) {
        if place.proj.is_empty() {
            self.kill(local);
        } else if self.known.contains_key(&local) {
            self.change(local, |fact| fact.value = None);
        }
        let Some(dependents) = self.dependents.remove(&local) else {
            return;
        };
        for dependent in &dependents {
            if self.known.contains_key(dependent) {
                self.change(*dependent, |fact| end_facts(fact, local, place));
            }
        }
        // All stay: the end of a branch may bring a fact back.
        let mut dependents = dependents;
        dependents.sort_unstable();
        dependents.dedup();
        self.dependents.insert(local, dependents);
    }

    /// Memory that references reach was written; with `scalars_only` no
    /// pointer there changed.
    pub fn memory_written(&mut self, scalars_only: bool) {
        let memory = std::mem::take(&mut self.memory);
        for local in &memory {
            if !self.known.contains_key(local) {
                continue;
            }
            self.change(*local, |fact| {
                if !scalars_only && fact.alias.as_ref().is_some_and(|alias| alias.has_memory) {
                    fact.alias = None;
                }
                if !scalars_only
                    && fact
                        .concrete
                        .as_ref()
                        .is_some_and(|(alias, _)| alias.has_memory)
                {
                    fact.concrete = None;
                }
                if matches!(fact.value, Some(Value::Place(_, true))) {
                    fact.value = None;
                }
            });
        }
        let mut memory = memory;
        memory.sort_unstable();
        memory.dedup();
        self.memory = memory;
    }

    /// Nothing is known about the local any more.
    pub fn kill(&mut self, local: Local) {
        if self.known.contains_key(&local) {
            self.replace(local, None);
            self.touched.push(local);
        }
    }

    pub fn mark(&self) -> Mark {
        Mark {
            trail: self.trail.len(),
            touched: self.touched.len(),
        }
    }

    pub fn touched_len(&self) -> usize {
        self.touched.len()
    }

    /// Back to the facts at `mark`.
    pub fn restore(&mut self, mark: Mark) {
        while self.trail.len() > mark.trail {
            let (local, fact) = self.trail.pop().expect("longer than the mark");
            match fact {
                Some(fact) => self.known.insert(local, fact),
                None => self.known.remove(&local),
            };
        }
    }

    /// Ends the facts about locals that the log names between two points.
    pub fn kill_touched(&mut self, start: usize, end: usize) {
        for index in start..end {
            self.kill(self.touched[index]);
        }
    }

    /// Back to the facts at `mark`, without those touched since.
    pub fn join(&mut self, mark: Mark, kill: bool) {
        self.restore(mark);
        if kill {
            self.kill_touched(mark.touched, self.touched.len());
        }
    }
}

/// Ends what `fact` knows by reading `local`, of which `place` was written.
fn end_facts(fact: &mut Fact, local: Local, place: &Place) {
    if fact
        .alias
        .as_ref()
        .is_some_and(|alias| alias_ends(alias, local, place))
    {
        fact.alias = None;
    }
    let ends = |concrete: &(Alias, Ty)| alias_ends(&concrete.0, local, place);
    if fact.concrete.as_ref().is_some_and(ends) {
        fact.concrete = None;
    }
    if fact.snapshot == Some(local) {
        fact.snapshot = None;
    }
    let reads = |part: &Operand| part.place().is_some_and(|p| p.base_local() == Some(local));
    if fact
        .parts
        .as_ref()
        .is_some_and(|parts| parts.iter().any(reads))
    {
        fact.parts = None;
    }
    if let Some(Value::Place(source, _)) = &fact.value {
        let is_index = paths::indices(source).any(|index| index == local);
        if is_index || (source.base_local() == Some(local) && paths::overlap(place, source)) {
            fact.value = None;
        }
    }
}

/// A place in a local's own storage stays the same place whatever it holds;
/// one behind a pointer or box ends with what holds the pointer.
fn alias_ends(alias: &Alias, local: Local, place: &Place) -> bool {
    let is_index = paths::indices(&alias.place).any(|index| index == local);
    let is_base = alias.place.base_local() == Some(local);
    let rest = alias.place.proj.get(place.proj.len()..).unwrap_or_default();
    is_index || (is_base && rest.contains(&Proj::Deref) && paths::overlap(place, &alias.place))
}
