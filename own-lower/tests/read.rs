//! From a module to a program and back to a module.

use expect_test::{Expect, expect};
use wasm_encoder::*;
use wrc_module::ModuleOptions;

fn check(wasm: &[u8], expected: Expect) {
    let text = match wrc_own_lower::read(wasm) {
        Ok(program) => {
            let options = ModuleOptions { names: false };
            let written = wrc_module::write(&program, &options).expect("can be written");
            wrc_module::validate(&written).expect("is valid");
            wrc_module::wat(&written).expect("can be printed")
        }
        Err(error) => format!("{error}\n"),
    };
    expected.assert_eq(&text);
}

/// Functions of one type: the first is dead, two are equal and in the table,
/// the last is exported.
fn module(ty: ValType) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ty], [ty]);
    let mut funcs = FunctionSection::new();
    let mut code = CodeSection::new();
    let add = [
        Instruction::LocalGet(0),
        Instruction::LocalGet(0),
        Instruction::I32Add,
    ];
    let call = [
        Instruction::LocalGet(0),
        Instruction::I32Const(2),
        Instruction::CallIndirect {
            type_index: 0,
            table_index: 0,
        },
    ];
    let bodies: [&[Instruction<'_>]; 4] = [&add[..1], &add, &add, &call];
    for body in bodies {
        funcs.function(0);
        let mut func = Function::new([]);
        body.iter().for_each(|instruction| {
            func.instruction(instruction);
        });
        func.instruction(&Instruction::End);
        code.function(&func);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 3,
        maximum: Some(3),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 2,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("run", ExportKind::Func, 3);
    let mut elements = ElementSection::new();
    let both = Elements::Functions([1, 2][..].into());
    elements.active(None, &ConstExpr::i32_const(1), both);
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), *b"text");
    let mut module = Module::new();
    module
        .section(&types)
        .section(&funcs)
        .section(&tables)
        .section(&memories)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data);
    module.finish()
}

#[test]
fn unused_and_equal_functions_go_and_slots_stay() {
    check(
        &module(ValType::I32),
        expect![[r#"
        (module
          (type (;0;) (func (param i32) (result i32)))
          (table (;0;) 3 3 funcref)
          (memory (;0;) 2)
          (export "run" (func 1))
          (export "memory" (memory 0))
          (elem (;0;) (i32.const 1) func 0 0)
          (func (;0;) (type 0) (param i32) (result i32)
            local.get 0
            local.get 0
            i32.add
          )
          (func (;1;) (type 0) (param i32) (result i32)
            local.get 0
            i32.const 2
            call_indirect (type 0)
          )
          (data (;0;) (i32.const 1024) "text")
        )
    "#]],
    );
}

#[test]
fn what_has_no_place_in_a_program_is_told() {
    check(
        &module(ValType::V128),
        expect![[r#"
        SIMD support is not enabled (at offset 0xb)
    "#]],
    );
}
