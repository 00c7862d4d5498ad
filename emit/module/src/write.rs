//! The sections of the module, in order.

use std::fmt;

use wasm_encoder as enc;
use wrc_object::*;

use crate::{
    canon::Canon, encode, layout, layout::Layout, linear, literals, names, reach::Reach, start,
    table, types,
};

/// How the module is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ModuleOptions {
    /// With a name section (function, type, field and global names).
    pub names: bool,
}

/// The program cannot be written: it breaks a limit of wasm or a rule of
/// [`Program`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmitError(pub String);

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EmitError {}

/// The program as a wasm module: what exports and start functions reach.
pub fn write(program: &Program, options: &ModuleOptions) -> Result<Vec<u8>, EmitError> {
    check(program)?;
    let mut program = program.clone();
    let mut canon = Canon::new(&program);
    let mut reach = Reach::new(&program, &canon);
    let literals = literals::pack(&program, &reach);
    let start = start::add(&mut program, &mut canon, &mut reach, &literals);
    let table = table::lay_out(&program, &canon, &reach);
    let layout = layout::lay_out(&program, &canon, &reach, literals, table);
    Ok(sections(&program, &canon, &layout, &reach, start, options))
}

/// Limits that engines share; a broken one would be an invalid module.
fn check(program: &Program) -> Result<(), EmitError> {
    for func in program.funcs.values() {
        let TypeDefKind::Func { params, results } = &program.types[func.ty].kind else {
            return Err(EmitError(format!(
                "the type of `{}` is not a function type",
                func.name
            )));
        };
        if params.len() > 1000 || results.len() > 1000 {
            return Err(EmitError(format!(
                "`{}` has too many parameters or results",
                func.name
            )));
        }
        if let FuncKind::Unit(unit) = &func.kind
            && unit
                .locals
                .iter()
                .map(|(count, _)| u64::from(*count))
                .sum::<u64>()
                > 50_000
        {
            return Err(EmitError(format!("`{}` has too many locals", func.name)));
        }
        if let FuncKind::Unit(unit) = &func.kind
            && unit.code.len() > 7_000_000
        {
            return Err(EmitError(format!("`{}` is too long", func.name)));
        }
    }
    Ok(())
}

fn sections(
    program: &Program,
    canon: &Canon,
    layout: &Layout,
    reach: &Reach,
    start: Option<FuncId>,
    options: &ModuleOptions,
) -> Vec<u8> {
    let mut module = enc::Module::new();
    let types = types::section(program, layout);
    add(&mut module, types.is_empty(), &types);
    let mut imports = imports(program, canon, layout);
    linear::imports(program, layout, &mut imports);
    add(&mut module, imports.is_empty(), &imports);
    let mut funcs = enc::FunctionSection::new();
    for id in &layout.defined_funcs {
        funcs.function(layout.func_type(program, canon, *id));
    }
    add(&mut module, funcs.is_empty(), &funcs);
    let mut tables = linear::tables(program, layout);
    let entries = &layout.table.entries;
    if !entries.is_empty() || reach.uses_table {
        tables.table(function_table(entries.len() as u64 + 1));
    }
    add(&mut module, tables.is_empty(), &tables);
    let memories = linear::memories(program);
    add(&mut module, memories.is_empty(), &memories);
    if let Some(tag) = program.tag {
        let mut tags = enc::TagSection::new();
        tags.tag(enc::TagType {
            kind: enc::TagKind::Exception,
            func_type_idx: layout.types[canon.types[tag]],
        });
        module.section(&tags);
    }
    let globals = globals(program, layout);
    add(&mut module, globals.is_empty(), &globals);
    let mut exports = enc::ExportSection::new();
    for export in &program.exports {
        exports.export(
            export.name.as_str(),
            enc::ExportKind::Func,
            layout.funcs[export.func],
        );
    }
    linear::exports(program, layout, &mut exports);
    add(&mut module, exports.is_empty(), &exports);
    if let Some(func) = start {
        module.section(&enc::StartSection {
            function_index: layout.funcs[func],
        });
    }
    let mut elements = linear::elements(program, layout);
    if !entries.is_empty() {
        let entries: Vec<u32> = entries.iter().map(|func| layout.funcs[*func]).collect();
        elements.active(
            Some(layout.table_index).filter(|index| *index != 0),
            &enc::ConstExpr::i32_const(1),
            enc::Elements::Functions(entries.into()),
        );
    }
    add(&mut module, elements.is_empty(), &elements);
    if !layout.data_order.is_empty() {
        module.section(&enc::DataCountSection {
            count: (layout.data_order.len() + program.linear.data.len()) as u32,
        });
    }
    let mut code = enc::CodeSection::new();
    for id in &layout.defined_funcs {
        if let FuncKind::Unit(unit) = &program.funcs[*id].kind {
            code.raw(&encode::body(unit, layout));
        }
    }
    add(&mut module, code.is_empty(), &code);
    let mut data = enc::DataSection::new();
    for id in &layout.data_order {
        data.passive(program.data[*id].iter().copied());
    }
    linear::data(program, layout, &mut data);
    add(&mut module, data.is_empty(), &data);
    if options.names {
        module.section(&names::section(program, layout));
    }
    module.finish()
}

fn add(module: &mut enc::Module, is_empty: bool, section: &impl enc::Section) {
    if !is_empty {
        module.section(section);
    }
}

fn imports(program: &Program, canon: &Canon, layout: &Layout) -> enc::ImportSection {
    let mut imports = enc::ImportSection::new();
    for id in &layout.imported_funcs {
        let func = &program.funcs[*id];
        if let FuncKind::Import { module, name } = &func.kind {
            let ty = enc::EntityType::Function(layout.func_type(program, canon, *id));
            imports.import(module.as_str(), name.as_str(), ty);
        }
    }
    for id in &layout.imported_globals {
        let global = &program.globals[*id];
        if let GlobalInit::Import { module, name } = &global.init {
            imports.import(module.as_str(), name.as_str(), global_type(global, layout));
        }
    }
    imports
}

fn globals(program: &Program, layout: &Layout) -> enc::GlobalSection {
    let mut globals = enc::GlobalSection::new();
    for id in &layout.defined_globals {
        let global = &program.globals[*id];
        globals.global(
            global_type(global, layout),
            &encode::const_expr(&global.init, layout),
        );
    }
    globals
}

fn global_type(global: &Global, layout: &Layout) -> enc::GlobalType {
    let val_type = types::val_type(global.ty, layout);
    enc::GlobalType {
        val_type,
        mutable: global.mutable,
        shared: false,
    }
}

/// The function table, as long as it will ever be.
fn function_table(len: u64) -> enc::TableType {
    enc::TableType {
        element_type: enc::RefType::FUNCREF,
        table64: false,
        minimum: len,
        maximum: Some(len),
        shared: false,
    }
}
