//! Switches: two-way tests, `br_table` where numbers are dense, chains.

use super::{
    code::{add, block, if_else, num1, num2},
    func::Fx,
    variants::Tag,
};
use crate::{
    pir::{Block, Operand, Place},
    wir::*,
};
use wrc_object::*;
use wrc_thir::VariantIdx;

/// Tables may have this many entries per arm value.
const SPARSENESS: i64 = 3;

impl Fx<'_, '_> {
    pub fn switch(&mut self, value: &Operand, arms: &[(Vec<u128>, Block)], default: &Block) {
        let ty = self.operand_ty(value);
        let slots = self.slots(ty);
        let values = self.operand(value);
        let bodies: Vec<Vec<Ex>> = arms.iter().map(|(_, arm)| self.apart(arm)).collect();
        let default = self.apart(default);
        let constant =
            |fx: &mut Self, bits: u128| fx.constant(&crate::pir::Constant::Scalar(bits, ty));
        if let [slot] = &slots[..]
            && slot.ty() == WTy::I32
        {
            let cases = arms
                .iter()
                .enumerate()
                .flat_map(|(i, (values, _))| values.iter().map(move |value| (*value, i)))
                .map(|(bits, arm)| match constant(self, bits).pop() {
                    Some(Ex::I32(number)) => (number, arm),
                    _ => (bits as i32, arm),
                })
                .collect();
            let value = values.into_iter().next().unwrap_or(Ex::I32(0));
            return self.dispatch(value, cases, bodies, default);
        }
        let values = self.code.dup_all(values, &slots);
        let mut rest = default;
        for ((numbers, _), body) in arms.iter().zip(bodies).rev() {
            let tests: Vec<Ex> = numbers
                .iter()
                .map(|bits| {
                    let number = constant(self, *bits);
                    self.code.equal_i64s(values.clone(), number)
                })
                .collect();
            let cond = tests
                .into_iter()
                .reduce(|a, b| num2(NumOp::I32Or, a, b))
                .unwrap_or(Ex::I32(0));
            rest = vec![if_else(cond, body, rest)];
        }
        rest.into_iter().for_each(|ex| self.code.emit(ex));
    }

    pub fn switch_variant(
        &mut self,
        place: &Place,
        arms: &[(Vec<VariantIdx>, Block)],
        default: Option<&Block>,
    ) {
        let pl = self.place(place);
        let tag = self.tag(&pl);
        let mut bodies: Vec<Vec<Ex>> = arms.iter().map(|(_, arm)| self.apart(arm)).collect();
        let arm_of = |variant: VariantIdx| {
            arms.iter()
                .position(|(variants, _)| variants.contains(&variant))
        };
        let rest = match default {
            Some(block) => self.apart(block),
            None => vec![Ex::Unreachable],
        };
        match tag {
            Tag::Always(variant) => {
                let body = arm_of(variant).map_or(rest, |arm| bodies.swap_remove(arm));
                body.into_iter().for_each(|ex| self.code.emit(ex));
            }
            Tag::Either(cond, yes, no) => {
                self.either(cond, (yes, no), arm_of, bodies, rest, default.is_some())
            }
            Tag::Number {
                value,
                cases,
                other,
            } => {
                let mut numbers = Vec::new();
                let mut spare = None;
                // With `other`, numbers not listed are that variant's arm.
                let (mut default_body, other_arm) = match other.map(arm_of) {
                    Some(Some(arm)) => (std::mem::take(&mut bodies[arm]), Some(arm)),
                    _ => (Vec::new(), None),
                };
                let has_default_variants = cases.iter().any(|(v, _)| arm_of(*v).is_none());
                if other_arm.is_none() {
                    default_body = rest;
                } else if has_default_variants {
                    spare = Some(bodies.len());
                    bodies.push(rest);
                }
                for (variant, number) in cases {
                    match (arm_of(variant), spare) {
                        (Some(arm), _) if Some(arm) == other_arm => {}
                        (Some(arm), _) => numbers.push((number, arm)),
                        (None, Some(spare)) => numbers.push((number, spare)),
                        (None, None) => {}
                    }
                }
                // Without a default the arms are all there is: the last one
                // needs no test.
                if default.is_none()
                    && other_arm.is_none()
                    && let Some((_, last)) = numbers.last().copied()
                {
                    default_body = std::mem::take(&mut bodies[last]);
                    numbers.retain(|(_, arm)| *arm != last);
                }
                self.dispatch(value, numbers, bodies, default_body);
            }
        }
    }

    fn either(
        &mut self,
        cond: Ex,
        (yes, no): (VariantIdx, VariantIdx),
        arm_of: impl Fn(VariantIdx) -> Option<usize>,
        mut bodies: Vec<Vec<Ex>>,
        rest: Vec<Ex>,
        has_default: bool,
    ) {
        let (then, els) = match (arm_of(yes), arm_of(no)) {
            (Some(a), Some(b)) if a == b => {
                // Both variants share an arm.
                let body = std::mem::take(&mut bodies[a]);
                body.into_iter().for_each(|ex| self.code.emit(ex));
                return;
            }
            (Some(a), Some(b)) => (
                std::mem::take(&mut bodies[a]),
                std::mem::take(&mut bodies[b]),
            ),
            (Some(only), None) | (None, Some(only)) if !has_default => {
                // The other variant is uninhabited.
                let body = std::mem::take(&mut bodies[only]);
                body.into_iter().for_each(|ex| self.code.emit(ex));
                return;
            }
            (Some(a), None) => (std::mem::take(&mut bodies[a]), rest),
            (None, Some(b)) => (rest, std::mem::take(&mut bodies[b])),
            (None, None) => {
                rest.into_iter().for_each(|ex| self.code.emit(ex));
                return;
            }
        };
        self.code.emit(if_else(cond, then, els));
    }

    /// Runs the body of the arm whose number `value` is.
    fn dispatch(
        &mut self,
        value: Ex,
        cases: Vec<(i32, usize)>,
        mut bodies: Vec<Vec<Ex>>,
        default: Vec<Ex>,
    ) {
        let low = cases.iter().map(|(n, _)| *n).min();
        let high = cases.iter().map(|(n, _)| *n).max();
        let (Some(low), Some(high)) = (low, high) else {
            default.into_iter().for_each(|ex| self.code.emit(ex));
            return;
        };
        if cases.len() <= 2 || i64::from(high) - i64::from(low) > SPARSENESS * cases.len() as i64 {
            return self.chain(value, &cases, bodies, default);
        }
        // A few numbers above zero cost less than a subtraction.
        let low = if (0..4).contains(&low) { 0 } else { low };
        let exit = self.code.label();
        let fallback = self.code.label();
        let labels: Vec<WLabel> = bodies.iter().map(|_| self.code.label()).collect();
        let entry = |n: i32| match cases.iter().find(|(number, _)| *number == n) {
            Some((_, arm)) => labels[*arm],
            None => fallback,
        };
        let table = Ex::BrTable {
            index: Box::new(add(value, low.wrapping_neg())),
            labels: (low..=high).map(entry).collect(),
            default: fallback,
        };
        let mut inner = vec![block(fallback, vec![table])];
        let leave = |mut body: Vec<Ex>| {
            if !body.iter().any(crate::wir::ty::diverges) {
                body.push(Ex::Br(exit));
            }
            body
        };
        inner.extend(leave(default));
        for (label, body) in labels.iter().zip(&mut bodies) {
            let mut outer = vec![block(*label, inner)];
            outer.extend(leave(std::mem::take(body)));
            inner = outer;
        }
        self.code.emit(block(exit, inner));
    }

    fn chain(&mut self, value: Ex, cases: &[(i32, usize)], bodies: Vec<Vec<Ex>>, default: Vec<Ex>) {
        let mut arms: Vec<usize> = cases.iter().map(|(_, arm)| *arm).collect();
        arms.dedup();
        arms.sort_unstable();
        arms.dedup();
        let value = if cases.len() > 1 {
            self.code.dup(value, WTy::I32)
        } else {
            value
        };
        let is = |n: i32| match n {
            0 => num1(NumOp::I32Eqz, value.clone()),
            _ => num2(NumOp::I32Eq, value.clone(), Ex::I32(n)),
        };
        let mut rest = default;
        for (arm, body) in bodies.into_iter().enumerate().rev() {
            if !arms.contains(&arm) {
                continue;
            }
            let cond = cases
                .iter()
                .filter(|(_, to)| *to == arm)
                .map(|(n, _)| is(*n))
                .reduce(|a, b| num2(NumOp::I32Or, a, b));
            if let Some(cond) = cond {
                rest = vec![if_else(cond, body, rest)];
            }
        }
        rest.into_iter().for_each(|ex| self.code.emit(ex));
    }
}
