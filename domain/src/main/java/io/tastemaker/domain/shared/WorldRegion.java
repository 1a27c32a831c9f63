package io.tastemaker.domain.shared;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sub-regions of the United Nations geoscheme (standard M49), which group neighbouring countries:
 * closeness beyond the country, such as Brazil and Argentina. Taiwan and Kosovo, which M49 does not list apart, stand with their neighbours.
 */
public enum WorldRegion implements Coded {
    /** Northern Africa. */
    NORTHERN_AFRICA("DZ EG EH LY MA SD TN"),
    /** Eastern Africa. */
    EASTERN_AFRICA("BI KM DJ ER ET IO KE MG MW MU YT MZ RE RW SC SO SS TF UG TZ ZM ZW"),
    /** Middle Africa. */
    MIDDLE_AFRICA("AO CM CF TD CG CD GQ GA ST"),
    /** Southern Africa. */
    SOUTHERN_AFRICA("BW SZ LS NA ZA"),
    /** Western Africa. */
    WESTERN_AFRICA("BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG"),
    /** Caribbean. */
    CARIBBEAN("AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI"),
    /** Central America. */
    CENTRAL_AMERICA("BZ CR SV GT HN MX NI PA"),
    /** South America. */
    SOUTH_AMERICA("AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE"),
    /** Northern America. */
    NORTHERN_AMERICA("BM CA GL PM US"),
    /** Central Asia. */
    CENTRAL_ASIA("KZ KG TJ TM UZ"),
    /** Eastern Asia. */
    EASTERN_ASIA("CN HK MO KP JP MN KR TW"),
    /** South-eastern Asia. */
    SOUTH_EASTERN_ASIA("BN KH ID LA MY MM PH SG TH TL VN"),
    /** Southern Asia. */
    SOUTHERN_ASIA("AF BD BT IN IR MV NP PK LK"),
    /** Western Asia. */
    WESTERN_ASIA("AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE"),
    /** Eastern Europe. */
    EASTERN_EUROPE("BY BG CZ HU PL MD RO RU SK UA"),
    /** Northern Europe. */
    NORTHERN_EUROPE("AX DK EE FO FI GG IM IS IE JE LV LT NO SJ SE GB"),
    /** Southern Europe. */
    SOUTHERN_EUROPE("AL AD BA HR GI GR VA IT XK ME MT MK PT SM RS SI ES"),
    /** Western Europe. */
    WESTERN_EUROPE("AT BE FR DE LI LU MC NL CH"),
    /** Australia and New Zealand. */
    AUSTRALASIA("AU CX CC HM NZ NF"),
    /** Melanesia, Micronesia and Polynesia, Antarctica included. */
    OCEANIA("FJ NC PG SB VU GU KI MH FM NR MP PW UM AS CK PF NU PN WS TK TO TV WF AQ");

    private static final Map<String, WorldRegion> BY_COUNTRY = new HashMap<>();

    static {
        for (WorldRegion region : values()) {
            for (String country : region.countries.split(" ")) {
                BY_COUNTRY.put(country, region);
            }
        }
    }

    private final String countries;

    WorldRegion(String countries) {
        this.countries = countries;
    }

    /**
     * The region of a country.
     *
     * @param country an ISO 3166-1 alpha-2 code
     * @return its region, or empty for an unknown code
     */
    public static Optional<WorldRegion> of(String country) {
        return Optional.ofNullable(BY_COUNTRY.get(country));
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
