package io.tastemaker.adapters.http.wallets;

import io.tastemaker.application.wallets.WalletView;
import java.time.YearMonth;

/** Months of the calendar, as a wallet's zone has them. */
final class Months {

    /** A month in a query. */
    static final String FORM = "2\\d{3}-(0[1-9]|1[0-2])";

    /** What a fault says. */
    static final String SAYS = "a month such as 2026-09";

    private Months() {}

    static YearMonth current(WalletView view) {
        return YearMonth.from(view.at().atZone(view.wallet().cycle().zone()));
    }
}
