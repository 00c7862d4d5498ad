//! The phases of GC lowering, in order.

use crate::{blame::blame, lower, mono, passes, pir::LowerError, pir::Tcx, wir};
use rayon::prelude::*;
use wrc_object::{FuncId, FuncKind, Program, Unit};

/// What `--emit` may ask for besides the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dumps {
    pub pir: bool,
    pub wir: bool,
}

/// The result of [`compile`].
#[derive(Debug)]
pub struct Compiled {
    pub program: Program,
    /// The text forms asked for; empty otherwise.
    pub pir: String,
    pub wir: String,
}

/// Lowers everything reachable from the crate's entry points to units.
///
/// # Errors
/// Everything that was refused or wrong, in source order; empty when the front
/// end has the errors. Then there is no program.
pub fn compile(
    tcx: &Tcx,
    dumps: Dumps,
    phase: &mut dyn FnMut(&'static str),
) -> Result<Compiled, Vec<LowerError>> {
    phase("mono");
    let mut mono = mono::collect(tcx);
    stop_on_errors(tcx)?;
    if mono.has_errors {
        return Err(Vec::new());
    }
    phase("passes");
    passes::run(tcx, &mut mono);
    stop_on_errors(tcx)?;
    let pir = if dumps.pir {
        mono.bodies
            .values()
            .map(|body| format!("{}\n", crate::pir::display::body(tcx, body)))
            .collect()
    } else {
        String::new()
    };
    phase("lower");
    let lower::Lowered {
        mut program,
        mut funcs,
        unwind,
    } = lower::lower(tcx, &mono);
    stop_on_errors(tcx)?;
    phase("codegen");
    if tcx.options.optimize {
        funcs
            .par_iter_mut()
            .for_each(|(_, func)| wir::opt::run(func, &program));
        lower::world::improve(&mut program, &mut funcs);
    }
    if tcx.options.verify {
        verify(tcx, &program, &funcs);
        stop_on_errors(tcx)?;
    }
    let wir = if dumps.wir {
        funcs
            .iter()
            .map(|(_, func)| format!("{}\n", wir::display::display(func, &program)))
            .collect()
    } else {
        String::new()
    };
    let units: Vec<(FuncId, Unit)> = funcs
        .par_iter()
        .map(|(id, func)| (*id, wir::codegen::encode(func, &program)))
        .collect();
    for (id, unit) in units {
        program.funcs[id].kind = FuncKind::Unit(unit);
    }
    lower::unwind::finish(&mut program, unwind);
    Ok(Compiled { program, pir, wir })
}

fn stop_on_errors(tcx: &Tcx) -> Result<(), Vec<LowerError>> {
    let errors = tcx.take_errors();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(blame(tcx, errors))
    }
}

fn verify(tcx: &Tcx, program: &Program, funcs: &[(FuncId, wir::WFunc)]) {
    for (_, func) in funcs {
        for violation in wir::verify::verify(func, program) {
            tcx.error(
                "WRC9004",
                wrc_base::Span::default(),
                format!("internal error: {violation} in `{}`", func.name),
            );
        }
    }
}
