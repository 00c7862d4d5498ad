//! What a panic drops on its way up, when panics unwind.
//!
//! ```text
//! l1 = call make()              l9 = call none()
//! call use(move l1)     ==>     l1 = call make();  l9 = call enter(l9, &raw mut l1)
//!                               call leave(l9);    call use(move l1)
//! ```
//! Values with destructors are registered with the library while they are
//! alive, on a stack of their own; whoever catches a panic drops what was
//! registered since (`std::panicking`). So no pass has to know of ways out of
//! a call other than its return: a registered value is one whose address
//! somebody has.
//!
//! A value that parts can be moved from is registered part by part; enums and
//! boxes as a whole, until the first part is gone.

use crate::{
    pir::{Body, Callee, Instance, Local, Operand, Place, Rvalue, Src, Stmt, StmtKind, Tcx},
    shim::resolve,
};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, FnDef, Mutability, Ty};

/// The library's functions, and what they give.
#[derive(Clone, Copy)]
pub struct Registry {
    none: FnDef,
    top: FnDef,
    enter: FnDef,
    leave: FnDef,
    leave_top: FnDef,
    /// `Option<&'static Node>`.
    handle: Ty,
}

/// A value to be registered.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Where its handle is.
    pub handle: Local,
    pub place: &'a Place,
    pub ty: Ty,
    /// Values of a higher rank are dropped before it.
    pub rank: u32,
    /// What lies below the body's entries.
    pub base: Local,
}

impl Registry {
    /// # Errors
    /// When the library lacks the functions; reported.
    pub fn find(tcx: &Tcx) -> Result<Registry, ErrorReported> {
        let none = resolve::lang_fn(tcx, "unwind_none")?;
        Ok(Registry {
            none,
            top: resolve::lang_fn(tcx, "unwind_top")?,
            enter: resolve::lang_fn(tcx, "unwind_enter")?,
            leave: resolve::lang_fn(tcx, "unwind_leave")?,
            leave_top: resolve::lang_fn(tcx, "unwind_leave_top")?,
            handle: tcx.instantiate(tcx.db.func(none).ret, &[]),
        })
    }

    /// A new handle, and the statement that makes it empty.
    pub fn handle(&self, body: &mut Body) -> (Local, Stmt) {
        let handle = body.new_local(self.handle);
        let callee = Callee::Instance(Instance::Fn(self.none, Box::new([])));
        (handle, call(handle, callee, Vec::new(), Src(0)))
    }

    /// A local for what lies below the body's own entries, and the statement
    /// that sets it.
    pub fn base(&self, body: &mut Body) -> (Local, Stmt) {
        let base = body.new_local(self.handle);
        let callee = Callee::Instance(Instance::Fn(self.top, Box::new([])));
        (base, call(base, callee, Vec::new(), Src(0)))
    }

    /// Registers the value of type `ty` in `place`.
    pub fn enter(&self, body: &mut Body, entry: Entry<'_>, src: Src) -> [Stmt; 2] {
        let Entry {
            handle,
            place,
            ty,
            rank,
            base,
        } = entry;
        let address = body.new_local(ty.pointer(Mutability::Mut));
        let take = Rvalue::RawPtr(Mutability::Mut, place.clone());
        let args: Box<[Arg]> = Box::new([Arg::Ty(ty)]);
        let callee = Callee::Instance(Instance::Fn(self.enter, args));
        let operands = vec![
            Operand::Copy(handle.into()),
            Operand::Copy(address.into()),
            Operand::usize(rank),
            Operand::Copy(base.into()),
        ];
        // The program has made no such pointer (`Mono::named`).
        let nowhere = body.sources.push(Span::default());
        [
            StmtKind::Assign(address.into(), take).at(nowhere),
            call(handle, callee, operands, src),
        ]
    }

    /// Ends what `enter` began.
    pub fn leave(&self, unit: Local, handle: Local, src: Src) -> Stmt {
        let callee = Callee::Instance(Instance::Fn(self.leave, Box::new([])));
        call(unit, callee, vec![Operand::Copy(handle.into())], src)
    }

    /// Ends the `enter` that is still open and was made last.
    pub fn leave_top(&self, unit: Local, src: Src) -> Stmt {
        let callee = Callee::Instance(Instance::Fn(self.leave_top, Box::new([])));
        call(unit, callee, Vec::new(), src)
    }
}

fn call(dest: Local, callee: Callee, args: Vec<Operand>, src: Src) -> Stmt {
    let dest = dest.into();
    StmtKind::Call { dest, callee, args }.at(src)
}
