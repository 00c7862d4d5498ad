//! Decision trees over candidates.
//!
//! The first candidate's next test is made; candidates that the outcome
//! decides go to its branches, up to the first that it does not decide. Those
//! from there on are tried after all branches have failed, so that the code
//! is linear in the patterns.

use super::{
    Cx, R,
    matches::ArmState,
    pattern::{Candidate, Pair, PatValue},
};
use crate::pir::{Block, Label, Operand, Place, Proj, Rvalue, StmtKind};
use std::collections::VecDeque;
use wrc_base::FxIndexMap;
use wrc_thir::{AdtDef, BinOp, PatId, PatKind, Ty, VariantIdx};

/// Candidates by the outcome that keeps them.
type Groups = FxIndexMap<u128, Vec<Candidate>>;

/// A question about a place, and its outcomes' keys.
enum Test {
    /// Key: the variant.
    Variant(AdtDef),
    /// Key: the bits.
    Bits,
    /// Key: the length.
    Len,
    /// Key 1: at least this many elements.
    MinLen(u32),
    /// Key 1: equal.
    Equal(PatValue),
    /// Key 1: in the range.
    Range(PatId),
}

impl Cx<'_, '_> {
    /// Code that finds the first candidate that matches, makes its bindings
    /// and breaks to its arm, or breaks to `fail`. It never falls through.
    pub(super) fn decide(
        &mut self,
        mut candidates: Vec<Candidate>,
        arms: &mut [ArmState],
        fail: Label,
    ) -> R<()> {
        loop {
            let Some(first) = candidates.first() else {
                self.emit(StmtKind::Break(fail));
                return Ok(());
            };
            if first.pairs.is_empty() {
                let first = candidates.remove(0);
                let arm = &mut arms[first.arm];
                let Some(guard) = arm.guard else {
                    self.bind_all(&first.binds)?;
                    self.emit(StmtKind::Break(arm.label));
                    return Ok(());
                };
                let label = self.body.new_label();
                let (body, ()) = self.nested(|cx| cx.guarded(first, guard, arm, label))?;
                self.emit(StmtKind::Block { label, body });
                continue;
            }
            let next = first
                .pairs
                .iter()
                .position(|pair| !self.is_or(pair.pat))
                .unwrap_or(0);
            if self.is_or(first.pairs[next].pat) {
                let first = candidates.remove(0);
                candidates.splice(0..0, self.alternatives(first, next)?);
                continue;
            }
            let Pair { place, pat } = first.pairs[next].clone();
            let test = self.test_for(&place, pat)?;
            let (groups, rest) = self.sort(&test, &place, candidates)?;
            if rest.is_empty() {
                return self.run_test(&test, &place, groups, arms, fail);
            }
            let label = self.body.new_label();
            let (body, ()) = self.nested(|cx| cx.run_test(&test, &place, groups, arms, label))?;
            self.emit(StmtKind::Block { label, body });
            candidates = rest;
        }
    }

    fn is_or(&self, pat: PatId) -> bool {
        matches!(self.thir.pats[pat].kind, PatKind::Or(_))
    }

    /// The candidate once for each alternative of its pair `index`.
    fn alternatives(&self, candidate: Candidate, index: usize) -> R<Vec<Candidate>> {
        let mut candidate = candidate;
        let pair = candidate.pairs.remove(index);
        let PatKind::Or(list) = &self.thir.pats[pair.pat].kind else {
            return Ok(vec![candidate]);
        };
        list.iter()
            .map(|pat| {
                let mut candidate = candidate.clone();
                self.add_pattern(&mut candidate, pair.place.clone(), *pat)?;
                Ok(candidate)
            })
            .collect()
    }

    fn test_for(&self, place: &Place, pat: PatId) -> R<Test> {
        Ok(match &self.thir.pats[pat].kind {
            PatKind::Variant { def, .. } => Test::Variant(*def),
            PatKind::Const(expr) => match self.pat_value(*expr) {
                PatValue::Bits(_) => Test::Bits,
                value => Test::Equal(value),
            },
            PatKind::Range { .. } => Test::Range(pat),
            PatKind::Slice {
                prefix,
                suffix,
                has_rest,
                ..
            } => {
                if *has_rest {
                    Test::MinLen((prefix.len() + suffix.len()) as u32)
                } else {
                    Test::Len
                }
            }
            PatKind::Wild
            | PatKind::Never
            | PatKind::Binding { .. }
            | PatKind::Leaf { .. }
            | PatKind::Deref(_)
            | PatKind::Or(_) => {
                let ty = self.place_ty(place);
                let message = format!("a pattern without a test on {ty:?}");
                return Err(self.internal(self.map.pats[pat], &message));
            }
        })
    }

    /// Candidates by outcome, and those that are not decided.
    fn sort(
        &self,
        test: &Test,
        place: &Place,
        candidates: Vec<Candidate>,
    ) -> R<(Groups, Vec<Candidate>)> {
        let mut groups = Groups::default();
        let mut queue = VecDeque::from(candidates);
        while let Some(candidate) = queue.pop_front() {
            let at = candidate.pairs.iter().position(|p| p.place == *place);
            let many = matches!(test, Test::Variant(_) | Test::Bits | Test::Len);
            match at {
                Some(at) if many && self.is_or(candidate.pairs[at].pat) => {
                    for alternative in self.alternatives(candidate, at)?.into_iter().rev() {
                        queue.push_front(alternative);
                    }
                }
                Some(at) if let Some(key) = self.outcome(test, candidate.pairs[at].pat) => {
                    let mut candidate = candidate;
                    let pair = candidate.pairs.remove(at);
                    self.succeed(&mut candidate, &pair)?;
                    groups.entry(key).or_default().push(candidate);
                }
                _ => {
                    queue.push_front(candidate);
                    break;
                }
            }
        }
        Ok((groups, queue.into()))
    }

    /// The outcome of the test that the pattern on its place stands for.
    fn outcome(&self, test: &Test, pat: PatId) -> Option<u128> {
        match (test, &self.thir.pats[pat].kind) {
            (Test::Variant(_), PatKind::Variant { variant, .. }) => Some(variant.0.into()),
            (Test::Bits, PatKind::Const(expr)) => match self.pat_value(*expr) {
                PatValue::Bits(bits) => Some(bits),
                _ => None,
            },
            (
                Test::Len,
                PatKind::Slice {
                    prefix,
                    suffix,
                    has_rest: false,
                    ..
                },
            ) => Some((prefix.len() + suffix.len()) as u128),
            (
                Test::MinLen(len),
                PatKind::Slice {
                    prefix,
                    suffix,
                    has_rest: true,
                    ..
                },
            ) => (prefix.len() + suffix.len() == *len as usize).then_some(1),
            (Test::Equal(value), PatKind::Const(expr)) => {
                (self.pat_value(*expr) == *value).then_some(1)
            }
            (Test::Range(range), _) => (*range == pat).then_some(1),
            _ => None,
        }
    }

    /// What remains to be tested after the pair's own test has succeeded.
    fn succeed(&self, candidate: &mut Candidate, pair: &Pair) -> R<()> {
        match &self.thir.pats[pair.pat].kind {
            PatKind::Variant {
                variant, fields, ..
            } => {
                let place = pair.place.project(Proj::Variant(*variant));
                self.add_fields(candidate, &place, fields)
            }
            PatKind::Slice { .. } => self.add_elements(candidate, &pair.place, pair.pat),
            _ => Ok(()),
        }
    }

    fn run_test(
        &mut self,
        test: &Test,
        place: &Place,
        groups: Groups,
        arms: &mut [ArmState],
        fail: Label,
    ) -> R<()> {
        match test {
            Test::Variant(def) => return self.switch_variant(*def, place, groups, arms, fail),
            Test::Bits => {
                let ty = self.place_ty(place);
                return self.switch(Operand::Copy(place.clone()), ty, groups, arms, fail);
            }
            Test::Len => {
                let ty = Ty::usize();
                let len = self.fresh(ty, Rvalue::Len(place.clone()));
                return self.switch(Operand::Move(len.into()), ty, groups, arms, fail);
            }
            Test::MinLen(min) => {
                let len = self.fresh(Ty::usize(), Rvalue::Len(place.clone()));
                let len = Operand::Move(len.into());
                let enough = self.compare(BinOp::Ge, len, Operand::usize(*min));
                self.require(enough, fail);
            }
            Test::Equal(value) => {
                let equal = self.equal(place, value)?;
                self.require(equal, fail);
            }
            Test::Range(pat) => self.require_range(place, *pat, fail)?,
        }
        let candidates = groups.into_values().flatten().collect();
        self.decide(candidates, arms, fail)
    }

    /// Goes on only where `cond` holds.
    pub(super) fn require(&mut self, cond: Operand, fail: Label) {
        let els = vec![StmtKind::Break(fail).at(self.src)];
        self.emit(StmtKind::If {
            cond,
            then: Vec::new(),
            els,
        });
    }

    fn switch_variant(
        &mut self,
        def: AdtDef,
        place: &Place,
        groups: Groups,
        arms: &mut [ArmState],
        fail: Label,
    ) -> R<()> {
        let ty = self.place_ty(place);
        let count = self.tcx.adt(def).variants.len() as u32;
        let others = (0..count)
            .map(VariantIdx)
            .any(|v| !groups.contains_key(&u128::from(v.0)) && self.is_inhabited(ty, def, v));
        let mut blocks: Vec<(Vec<VariantIdx>, Block)> = Vec::new();
        for (key, group) in groups {
            let variant = VariantIdx(key as u32);
            let (block, ()) = self.nested(|cx| cx.decide(group, arms, fail))?;
            match blocks
                .iter_mut()
                .find(|(_, known)| is_same_jump(known, &block))
            {
                Some((keys, _)) => keys.push(variant),
                None => blocks.push((vec![variant], block)),
            }
        }
        let default = others.then(|| vec![StmtKind::Break(fail).at(self.src)]);
        self.emit(StmtKind::SwitchVariant {
            place: place.clone(),
            arms: blocks,
            default,
        });
        Ok(())
    }

    fn switch(
        &mut self,
        value: Operand,
        ty: Ty,
        groups: Groups,
        arms: &mut [ArmState],
        fail: Label,
    ) -> R<()> {
        let mut blocks: Vec<(Vec<u128>, Block)> = Vec::new();
        for (key, group) in groups {
            let (block, ()) = self.nested(|cx| cx.decide(group, arms, fail))?;
            match blocks
                .iter_mut()
                .find(|(_, known)| is_same_jump(known, &block))
            {
                Some((keys, _)) => keys.push(key),
                None => blocks.push((vec![key], block)),
            }
        }
        let otherwise = vec![StmtKind::Break(fail).at(self.src)];
        if ty == Ty::bool() {
            let mut take = |bit: u128| {
                let at = blocks.iter().position(|(keys, _)| keys.contains(&bit))?;
                Some(if blocks[at].0.len() == 1 {
                    blocks.swap_remove(at).1
                } else {
                    blocks[at].1.clone()
                })
            };
            let then = take(1).unwrap_or_else(|| otherwise.clone());
            let els = take(0).unwrap_or(otherwise);
            self.emit(StmtKind::If {
                cond: value,
                then,
                els,
            });
            return Ok(());
        }
        self.emit(StmtKind::Switch {
            value,
            arms: blocks,
            default: otherwise,
        });
        Ok(())
    }
}

/// Two branches that only jump to the same place.
fn is_same_jump(a: &Block, b: &Block) -> bool {
    match (a.as_slice(), b.as_slice()) {
        ([a], [b]) => match (&a.kind, &b.kind) {
            (StmtKind::Break(a), StmtKind::Break(b)) => a == b,
            _ => false,
        },
        _ => false,
    }
}
