//! The function table: addresses of functions, and a row for each selector.
//!
//! Rows are laid over each other where their entries do not collide:
//!
//! ```text
//! sel0: A _ B    sel1: _ C    =>    table 1: A C B;  sel0 starts at 1, sel1 at 1
//! ```
//!
//! Index 0 stays empty: it is the null of function pointers.

use wrc_base::{FxHashMap, SecondaryMap};
use wrc_object::*;

use crate::{canon::Canon, reach::Reach};

/// The table's functions, from index 1 on.
#[derive(Default)]
pub(crate) struct Table {
    pub entries: Vec<FuncId>,
    pub addresses: FxHashMap<FuncId, u32>,
    /// May be negative when a row starts with empty entries.
    pub bases: SecondaryMap<SelectorId, i32>,
}

pub(crate) fn lay_out(program: &Program, canon: &Canon, reach: &Reach) -> Table {
    let mut table = Table::default();
    let mut slots: Vec<Option<FuncId>> = Vec::new();
    let mut rows: Vec<SelectorId> = reach.selectors.keys().copied().collect();
    let entries = |id: SelectorId| program.selectors[id].iter().flatten().count();
    rows.sort_by_key(|id| (std::cmp::Reverse(entries(*id)), *id));
    let mut first_free = 0;
    for id in rows {
        let row = &program.selectors[id];
        let Some(lead) = row.iter().position(Option::is_some) else {
            continue;
        };
        let row = &row[lead..];
        let at = (first_free..)
            .find(|at| fits(&slots, row, *at))
            .expect("the end is free");
        slots.resize(slots.len().max(at + row.len()), None);
        for (slot, func) in slots[at..].iter_mut().zip(row) {
            if let Some(func) = func {
                *slot = Some(canon.funcs[*func]);
            }
        }
        table.bases[id] = at as i32 + 1 - lead as i32;
        while slots.get(first_free).is_some_and(Option::is_some) {
            first_free += 1;
        }
    }
    let mut addresses: Vec<FuncId> = reach.addresses.keys().copied().collect();
    addresses.sort();
    for func in addresses {
        while slots.get(first_free).is_some_and(Option::is_some) {
            first_free += 1;
        }
        if first_free == slots.len() {
            slots.push(None);
        }
        slots[first_free] = Some(canon.funcs[func]);
        table.addresses.insert(func, first_free as u32 + 1);
    }
    table.entries = fill(slots);
    table
}

fn fits(slots: &[Option<FuncId>], row: &[Option<FuncId>], at: usize) -> bool {
    let taken = slots.get(at..).unwrap_or_default();
    !taken
        .iter()
        .zip(row)
        .any(|(slot, func)| slot.is_some() && func.is_some())
}

/// Nobody calls the entries that no row uses; they repeat a neighbour.
fn fill(slots: Vec<Option<FuncId>>) -> Vec<FuncId> {
    let mut last = slots.iter().flatten().next().copied();
    slots
        .into_iter()
        .map(|slot| {
            last = slot.or(last);
            last.expect("the last entry of a table is used")
        })
        .collect()
}
