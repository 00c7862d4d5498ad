//! Fields that nothing ever stores to are immutable: engines may keep what
//! they loaded from them across calls.

use super::cx::Cx;
use crate::wir::{Ex, walk::walk_children};
use wrc_base::FxHashSet;
use wrc_object::*;

impl Cx<'_> {
    /// To be called when all code is there.
    pub fn freeze_fields(&self) {
        let mut stored = FxHashSet::default();
        for (_, func) in self.done.borrow().iter() {
            for ex in &func.body {
                collect(ex, &mut stored);
            }
        }
        let mut program = self.program.borrow_mut();
        // A field is stored to under the name of its struct or of a subtype.
        let parents: Vec<(TypeId, TypeId)> = program
            .types
            .iter()
            .filter_map(|(id, def)| match &def.kind {
                TypeDefKind::Struct { parent, .. } => Some((id, (*parent)?)),
                TypeDefKind::Array(_) | TypeDefKind::Func { .. } => None,
            })
            .collect();
        let inherited = |program: &Program, id: TypeId| match &program.types[id].kind {
            TypeDefKind::Struct { fields, .. } => fields.len() as u32,
            TypeDefKind::Array(_) | TypeDefKind::Func { .. } => 0,
        };
        for (id, parent) in &parents {
            for field in 0..inherited(&program, *parent) {
                if stored.contains(&(*id, field)) {
                    stored.insert((*parent, field));
                }
            }
        }
        for (id, parent) in &parents {
            for field in 0..inherited(&program, *parent) {
                if stored.contains(&(*parent, field)) {
                    stored.insert((*id, field));
                }
            }
        }
        for (id, def) in program.types.iter_mut() {
            if let TypeDefKind::Struct { fields, .. } = &mut def.kind {
                for (i, field) in fields.iter_mut().enumerate() {
                    field.mutable = stored.contains(&(id, i as u32));
                }
            }
        }
    }
}

fn collect(ex: &Ex, stored: &mut FxHashSet<(TypeId, u32)>) {
    if let Ex::StructSet { ty, field, .. } = ex {
        stored.insert((*ty, *field));
    }
    walk_children(ex, &mut |child| collect(child, stored));
}
