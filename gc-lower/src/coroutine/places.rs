//! Variables that live across suspensions become fields of the coroutine.

use super::Cx;
use crate::pir::{
    Block, Local, Operand, Place, PlaceBase, Proj, Rvalue, Src, Stmt, StmtKind, walk,
};
use wrc_thir::Ty;

impl Cx<'_, '_> {
    /// The place after the transformation; index locals stay as they are.
    pub(super) fn place(&self, place: &Place) -> Place {
        let this = Place::local(self.this).deref();
        match place.base_local() {
            Some(local) if local == self.own => this.extend(&place.proj),
            Some(local) => match self.saved.get(&local) {
                Some(field) => this.field(*field).extend(&place.proj),
                None => place.clone(),
            },
            None => place.clone(),
        }
    }

    /// Statements in which nothing is suspended.
    pub(super) fn plain(&mut self, block: Block) -> Block {
        let mut out = Block::with_capacity(block.len());
        for stmt in block {
            self.plain_stmt(stmt, &mut out);
        }
        out
    }

    pub(super) fn plain_stmt(&mut self, stmt: Stmt, out: &mut Block) {
        let mut stmt = stmt;
        match &stmt.kind {
            StmtKind::Drop(place) if place.as_local() == Some(self.own) => {
                let captures = self.drop_captures(stmt.src);
                return out.extend(captures);
            }
            StmtKind::Return => return out.extend(self.complete(stmt.src)),
            _ => {}
        }
        for child in walk::children_mut(&mut stmt.kind) {
            *child = self.plain(std::mem::take(child));
        }
        self.own_places(&mut stmt, out);
        out.push(stmt);
    }

    /// The drops at the end of a suspended coroutine.
    pub(super) fn cancel(&mut self, block: Block) -> Block {
        let mut out = Block::with_capacity(block.len());
        for stmt in block {
            match &stmt.kind {
                StmtKind::Return => out.push(stmt),
                _ => self.plain_stmt(stmt, &mut out),
            }
        }
        out
    }

    /// The captures, all of which are there.
    pub(super) fn drop_captures(&self, src: Src) -> Block {
        let this = Place::local(self.this).deref();
        let fields = self.captures.iter().zip(0..);
        fields
            .filter(|(ty, _)| self.tcx.needs_drop(**ty))
            .map(|(_, i)| StmtKind::Drop(this.field(i)).at(src))
            .collect()
    }

    /// Rewrites the places of the statement itself. Indices have to be
    /// locals: those that became fields are read before, into `out`.
    pub(super) fn own_places(&mut self, stmt: &mut Stmt, out: &mut Block) {
        let mut indices: Vec<(Local, Local)> = Vec::new();
        let mut kind = std::mem::replace(&mut stmt.kind, StmtKind::Unreachable);
        walk::places_mut(&mut kind, &mut |place, _| {
            for step in &mut place.proj {
                let Proj::Index(index) = step else { continue };
                if self.saved.contains_key(index) {
                    let known = indices.iter().find(|(saved, _)| saved == index);
                    let fresh = match known {
                        Some((_, fresh)) => *fresh,
                        None => self.body.new_local(Ty::usize()),
                    };
                    if known.is_none() {
                        indices.push((*index, fresh));
                    }
                    *index = fresh;
                }
            }
            if let PlaceBase::Local(_) = place.base {
                *place = self.place(place);
            }
        });
        for (saved, fresh) in indices {
            let value = Rvalue::Use(Operand::Copy(self.place(&saved.into())));
            out.push(StmtKind::Assign(fresh.into(), value).at(stmt.src));
        }
        stmt.kind = kind;
    }
}
