//@ chrono = { version = "0.4", default-features = false, features = ["alloc"] }

use chrono::{DateTime, Datelike, Days, Duration, FixedOffset, NaiveDate, TimeZone, Utc, Weekday};

fn main() {
    let date = NaiveDate::from_ymd_opt(2024, 2, 28).expect("a date");
    println!(
        "{} {:?} {}",
        date + Days::new(2),
        date.weekday(),
        date.ordinal()
    );
    let time = Utc.with_ymd_and_hms(1999, 12, 31, 23, 59, 59).unwrap() + Duration::seconds(2);
    println!("{time} {}", time.format("%A %e %B %Y, %H:%M:%S %j"));
    let parsed = DateTime::parse_from_rfc3339("2020-05-17T08:30:00+05:30").expect("a time");
    println!("{} {}", parsed.with_timezone(&Utc), parsed.timestamp());
    let zone = FixedOffset::west_opt(8 * 3600).expect("a zone");
    println!("{}", parsed.with_timezone(&zone).to_rfc2822());
    println!(
        "{:?}",
        date.iter_days().find(|it| it.weekday() == Weekday::Mon)
    );
    println!(
        "{:?}",
        NaiveDate::parse_from_str("31.02.2024", "%d.%m.%Y").map_err(|it| it.to_string())
    );
}
