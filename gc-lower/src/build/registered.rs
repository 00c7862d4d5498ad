//! Registers what a body drops, for panics that unwind.

use super::{
    flow::effects,
    moves::{PathId, Paths},
    scope::Scheduled,
};
use crate::{
    pir::{Block, Body, Instance, Local, Place, PlaceTy, Proj, Src, Stmt, Tcx, walk},
    unwind::{Entry, Registry},
};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{AdtKind, FieldIdx, Ty, TyKind};

/// A value that is registered by itself.
struct Part {
    place: Place,
    ty: Ty,
    /// It lives and ends with this path.
    path: PathId,
    /// It also ends when something below the path is moved from.
    is_opaque: bool,
    handle: Local,
}

/// Writes the registrations into a body made without scopes, whose locals are
/// moved on as soon as all is there: what a `clone` has done when it panics.
///
/// # Errors
/// When the library lacks the functions; reported.
pub fn register_values(tcx: &Tcx, body: &mut Body) -> Result<(), ErrorReported> {
    let is_value = |local: &Local| *local != body.ret && !body.params.contains(local);
    let locals = body.locals.iter().map(|(local, _)| local).filter(is_value);
    let scheduled: Vec<Scheduled> = locals
        .map(|local| Scheduled {
            local,
            depth: 0,
            is_operand: true,
        })
        .collect();
    run(tcx, body, &scheduled)
}

/// Writes the registrations into `body`, whose drops are not elaborated yet.
/// `scheduled` are the locals with drops, also where none is left because
/// control does not come to the end of their scopes.
///
/// # Errors
/// For coroutines: their values outlive a call. Reported.
pub(super) fn run(
    tcx: &Tcx,
    body: &mut Body,
    scheduled: &[Scheduled],
) -> Result<(), ErrorReported> {
    let locals: Vec<Local> = scheduled.iter().map(|it| it.local).collect();
    let paths = Paths::below(tcx, body, &locals);
    // Constants are evaluated before anything can catch a panic.
    if paths.roots.is_empty() || matches!(body.instance, Instance::Const(..) | Instance::Static(_))
    {
        return Ok(());
    }
    if let Instance::Poll(..) = body.instance {
        let span = body.sources.values().nth(1).copied().unwrap_or_default();
        let message = "`async` code that drops values is not supported with `--panic=unwind`";
        return Err(tcx.error("WRC2370", span, message));
    }
    let registry = Registry::find(tcx)?;
    let (base, find_base) = registry.base(body);
    let mut cx = Cx {
        tcx,
        paths: &paths,
        registry,
        parts: Vec::new(),
        base,
        unit: body.new_local(Ty::unit()),
        body,
    };
    let mut roots: Vec<(Local, PathId)> = paths.roots.iter().map(|(l, id)| (*l, *id)).collect();
    // Inner scopes are left first, and in a scope operands before variables
    // and temporaries, the last one first.
    let rank = |local: Local| {
        let at = scheduled.iter().position(|it| it.local == local);
        at.map(|at| (scheduled[at].depth, scheduled[at].is_operand, at))
    };
    roots.sort_by_key(|(local, _)| (rank(*local), *local));
    for (_, root) in &roots {
        cx.split(*root);
    }
    let mut block = vec![find_base];
    for at in 0..cx.parts.len() {
        let (handle, stmt) = registry.handle(cx.body);
        cx.parts[at].handle = handle;
        block.push(stmt);
    }
    for (local, root) in roots {
        if cx.body.params.contains(&local) {
            cx.change(root, true, Src(0), &mut block);
        }
    }
    let old = std::mem::take(&mut cx.body.block);
    block.extend(cx.block(old));
    cx.body.block = block;
    Ok(())
}

struct Cx<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c mut Body,
    paths: &'c Paths,
    registry: Registry,
    parts: Vec<Part>,
    base: Local,
    unit: Local,
}

impl Cx<'_, '_> {
    /// Finds the parts of a path.
    fn split(&mut self, path: PathId) {
        let node = &self.paths.nodes[path];
        if !self.tcx.needs_drop(node.at.ty) {
            return;
        }
        if node.children.is_empty() || !self.is_open(node.at) {
            let is_opaque = !node.children.is_empty();
            self.part(node.place.clone(), node.at.ty, path, is_opaque);
            return;
        }
        let count = self.tcx.field_tys(node.at.ty, node.at.variant).len() as u32;
        // The first field is dropped first, so it is registered last.
        for step in (0..count).rev().map(|i| Proj::Field(FieldIdx(i))) {
            match node.children.iter().find(|(s, _)| *s == step) {
                Some((_, child)) => self.split(*child),
                None => {
                    let ty = self.tcx.project_ty(node.at, &step).ty;
                    if self.tcx.needs_drop(ty) {
                        self.part(node.place.project(step), ty, path, false);
                    }
                }
            }
        }
    }

    fn part(&mut self, place: Place, ty: Ty, path: PathId, is_opaque: bool) {
        self.parts.push(Part {
            place,
            ty,
            path,
            is_opaque,
            handle: self.unit,
        });
    }

    /// Is it dropped field by field?
    fn is_open(&self, at: PlaceTy) -> bool {
        match at.ty.kind() {
            TyKind::Tuple(_) | TyKind::Closure(..) => true,
            TyKind::Adt(def, args) => {
                self.tcx.box_content(at.ty).is_none()
                    && self.tcx.adt(*def).kind == AdtKind::Struct
                    && self.tcx.db.drop_impl(*def, args).is_none()
            }
            _ => false,
        }
    }

    fn block(&mut self, block: Block) -> Block {
        let mut written = Vec::with_capacity(block.len());
        for mut stmt in block {
            for child in walk::children_mut(&mut stmt.kind) {
                *child = self.block(std::mem::take(child));
            }
            let effects = effects(self.tcx, self.body, self.paths, &stmt);
            // What moves is the callee's when the call begins.
            for effect in effects.iter().filter(|it| !it.init) {
                self.change(effect.path, false, stmt.src, &mut written);
            }
            let src = stmt.src;
            written.push(stmt);
            for effect in effects.iter().filter(|it| it.init) {
                self.change(effect.path, true, src, &mut written);
            }
        }
        written
    }

    /// The path begins to hold a value, or ends.
    fn change(&mut self, path: PathId, init: bool, src: Src, out: &mut Vec<Stmt>) {
        for (rank, part) in self.parts.iter().enumerate() {
            let is_whole = self.is_below(part.path, path);
            let is_piece = part.is_opaque && self.is_below(path, part.path);
            if init && is_whole {
                let entry = Entry {
                    handle: part.handle,
                    place: &part.place,
                    ty: part.ty,
                    rank: rank as u32,
                    base: self.base,
                };
                out.extend(self.registry.enter(self.body, entry, src));
            } else if !init && (is_whole || is_piece) {
                out.push(self.registry.leave(self.unit, part.handle, src));
            }
        }
    }

    /// Is the path the other one or below it?
    fn is_below(&self, path: PathId, above: PathId) -> bool {
        let (path, above) = (
            &self.paths.nodes[path].place,
            &self.paths.nodes[above].place,
        );
        path.base == above.base && path.proj.starts_with(&above.proj)
    }
}
