//! Codes that somebody has made: their fields are no fields but what a shell runs or a terminal obeys, and their checks
//! are made for them; or what comes of them begins as what comes of true ones.

/// What stands in place of a field.
pub const HOSTILE: &[&str] = &[
    "x[$(id>PWNED)]",
    "3[$(id>PWNED)]",
    "$(id>PWNED)",
    "`id>PWNED`",
    ";id>PWNED;",
    "3;id>PWNED",
    "\u{1b}]0;PWNED\u{7}",
    "\\033[2J",
    "../PWNED",
    "3/../../PWNED",
    "-1",
    "003",
    "3x",
    "1 2",
    "*",
    "",
];

/// The line of a code, with each of its fields but the first two in turn replaced by each of these; the check fits, but
/// where it is itself replaced. Each with an end.
pub fn forged_fields(line: &str) -> Vec<String> {
    let fields: Vec<&str> = line.split(':').collect();
    let last = fields.len().saturating_sub(1);
    let mut forged = Vec::new();
    for at in 2..fields.len() {
        for hostile in HOSTILE {
            let mut fields = fields.clone();
            fields[at] = hostile;
            let body = fields[..last].join(":");
            let check = data_encoding::HEXUPPER.encode(&openssl::sha::sha256(body.as_bytes())[..4]);
            let check = if at == last { hostile } else { &*check };
            forged.push(format!("{body}:{check}\n"));
        }
    }
    forged
}

/// Code 6 of the golden Curve 25519 sheet, in which the last 8 bytes of the sealed backup are others, tried until its
/// SHA-256 began with the same 4 bytes: a quarter of an hour's work.
pub const GROUND: &str = concat!(
    "COLDSPARE1:B:630DCD29:1:E93C730E:6:6:2929:SZ7EV4R3OSRCOR2XLQL4H6Y6OQ3LWXMHV6W7XMVIXHZVZPJMK3SLXZVF6T",
    "W3FR7C2A73HYNFCA4YSRK5NWMRHIJNPNBORT5OSGZFJI5GXGYW4RFY4453NXHKSQGL4AAFGFMSFTVS334MJFXZWF34KNK4BP5MAV",
    "IRSDMGCAN7V5PPKW6RV4ALAPZNDP33MN44YNLWEV52WYAFLRUTZA4KC7BJ3Z2NLF5IKEAX4TMYQIG4XW7LN5SHIZGNLJ3AN35XYH",
    "UBFDDCSODIPBLBHOGMDKV63ZVH3PLA7Y36HWU6DGDB4AJLSE2JMT6Q7Z6HBTLLLVDIOAZQW6TZN5EYL3PO2VLMU7VPGZEMH22OJR",
    "OCJRYGP2R3JSRKI7U57M67ZKIH7XOLEXFWXMLL3O55KCDHY55BB7JYOEW6M4GBE2EBPEMQ43YFU2UYLZXMO2WBJ75HULGTNUVQOP",
    "FAJWWGP5VKF5XDU3TYBBEWAETDDGNDUS7ZUFOWBCZCTNO35N7MQSOCTKCGM6ONMLUJPA2CTUIPU3HGG366VTS62QSHMSRW6P36AK",
    "5PCEXDYIOQKIZZ5YNC4QOVAOP7HI23U2MC3LBBQIJ5GAPV3OJQYHKFCGIWITRGORM2ZHPMMKSLY65WGNDIIQALDQS3O2VANORL3P",
    "QBEJ26IX2WA67R6X7TM2BN42RG7AZHNPSD5CPF6XKYAFW2FI2LG2PZ2P2YXZKWEC6FFYPUXY2JCXKUIOWMPRYG6ERYO2H5LJNFUW",
    "TNC7F5JTYAAAAAAAAAAAAAAAAA:7A906BA1",
);
