pub fn glue_js(_: &[u8], _: &str) -> String {
    String::new()
}
pub fn glue_dts(_: &[u8], _: &str) -> String {
    String::new()
}
