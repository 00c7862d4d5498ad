//! Places that are written through `&mut`.
//!
//! What is shared is a value, since nothing changes it while it is borrowed;
//! what is borrowed to be written is a cell and the way to a part of it.

use super::{Frame, Machine, Run, Stop, Value};
use std::rc::Rc;
use wrc_thir::{ExprId, ExprKind};

/// A variable, or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Place {
    cell: usize,
    path: Vec<usize>,
}

impl Place {
    pub fn part(&self, index: usize) -> Place {
        let mut part = self.clone();
        part.path.push(index);
        part
    }
}

impl Machine<'_> {
    /// A new variable.
    pub(super) fn new_cell(&mut self, value: Value) -> usize {
        self.cells.push(value);
        self.cells.len() - 1
    }

    pub(super) fn new_place(&mut self, value: Value) -> Place {
        let cell = self.new_cell(value);
        let path = Vec::new();
        Place { cell, path }
    }

    /// The place that the expression is, if it is one that can be written.
    pub(super) fn place(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Run<Option<Place>> {
        Ok(match &frame.body.exprs[id].kind {
            // A variable that is assigned later has no value yet.
            ExprKind::Local(local) => {
                let cell = match frame.locals.get(local) {
                    Some(cell) => *cell,
                    None => self.new_cell(Value::Zst),
                };
                frame.locals.insert(*local, cell);
                let path = Vec::new();
                Some(Place { cell, path })
            }
            ExprKind::Field(base, field) => {
                let base = self.place(frame, *base)?;
                base.map(|base| base.part(field.0 as usize))
            }
            ExprKind::Index(base, index) => match self.place(frame, *base)? {
                Some(base) => {
                    let index = self.expr(frame, *index)?.bits()?;
                    Some(base.part(index as usize))
                }
                None => None,
            },
            ExprKind::Deref(inner) => match self.expr(frame, *inner)? {
                Value::Place(place) => Some(place),
                _ => None,
            },
            _ => None,
        })
    }

    pub(super) fn read(&self, place: &Place) -> Run<&Value> {
        let mut value = &self.cells[place.cell];
        for index in &place.path {
            value = match value {
                Value::Parts(_, parts) => parts.get(*index).ok_or(Stop::Unknown)?,
                _ => return Err(Stop::Unknown),
            };
        }
        Ok(value)
    }

    pub(super) fn write(&mut self, place: &Place, new: Value) -> Run<()> {
        let mut value = &mut self.cells[place.cell];
        for index in &place.path {
            value = match value {
                Value::Parts(_, parts) => {
                    Rc::make_mut(parts).get_mut(*index).ok_or(Stop::Unknown)?
                }
                _ => return Err(Stop::Unknown),
            };
        }
        *value = new;
        Ok(())
    }

    /// What the value, if it is a reference, refers to.
    pub(super) fn referent(&self, value: Value) -> Run<Value> {
        match value {
            Value::Place(place) => self.read(&place).cloned(),
            value => Ok(value),
        }
    }

    /// The place of what is assigned.
    pub(super) fn target(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Run<Place> {
        self.place(frame, id)?.ok_or(Stop::Unknown)
    }

    /// What a pattern is held against, and where it is.
    pub(super) fn scrutinee(
        &mut self,
        frame: &mut Frame<'_>,
        id: ExprId,
    ) -> Run<(Value, Option<Place>)> {
        match self.place(frame, id)? {
            Some(place) => Ok((self.read(&place)?.clone(), Some(place))),
            None => Ok((self.expr(frame, id)?, None)),
        }
    }
}
