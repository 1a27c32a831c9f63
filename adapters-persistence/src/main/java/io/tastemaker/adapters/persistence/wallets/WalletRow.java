package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.WALLET;

import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Hold;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/** A wallet as its row has it. Before the first command there is no state, only when and where its owner began. */
final class WalletRow {

    static final List<Field<?>> COLUMNS = List.of(
            WALLET.TEAM_ID, WALLET.VERSION, WALLET.SEQ, WALLET.HEAD, WALLET.DEBT, WALLET.PLAN_KEY, WALLET.PLAN_VERSION, WALLET.NEXT_PLAN_KEY,
            WALLET.NEXT_PLAN_VERSION, WALLET.OWNER_ZONE, WALLET.OPENED_AT, WALLET.OPENED_ZONE, WALLET.STATE);

    private WalletRow() {}

    static Wallet wallet(Record row) {
        TeamId team = row.get(WALLET.TEAM_ID);
        WalletState state = state(row);
        return new Wallet(team, row.get(WALLET.VERSION), row.get(WALLET.SEQ), head(team, row.get(WALLET.HEAD)), row.get(WALLET.DEBT),
                plan(row.get(WALLET.PLAN_KEY), row.get(WALLET.PLAN_VERSION)),
                plan(row.get(WALLET.NEXT_PLAN_KEY), row.get(WALLET.NEXT_PLAN_VERSION)),
                ZoneId.of(row.get(WALLET.OWNER_ZONE)), state.cycle(), state.lots(), state.holds(), state.counters(), state.last(),
                state.daily(), state.months(), state.notice());
    }

    private static WalletState state(Record row) {
        if (row.get(WALLET.STATE) != null) {
            return StateJson.read(row.get(WALLET.STATE).data());
        }
        Wallet opened = Wallet.opened(row.get(WALLET.TEAM_ID), row.get(WALLET.OPENED_AT), ZoneId.of(row.get(WALLET.OPENED_ZONE)));
        return new WalletState(opened.cycle(), opened.lots(), opened.holds(), opened.counters(), opened.lastInstant(),
                opened.lastDaily(), opened.monthsGiven(), opened.lastNotice());
    }

    private static Optional<PlanId> plan(String key, Integer version) {
        return key == null ? Optional.empty() : Optional.of(new PlanId(key, version));
    }

    /** The hash of the last entry; before the first, what a chain begins with. */
    static String head(TeamId team, byte[] head) {
        return head == null ? LedgerEntry.genesis(team) : HexFormat.of().formatHex(head);
    }

    /** When the first hold or lot ends that somebody has to book; a lot that is held as a whole ends with its holds. */
    static Optional<Instant> due(Wallet wallet) {
        Stream<Instant> lots = wallet.lots().stream().filter(lot -> lot.free() > 0).flatMap(lot -> lot.expiresAt().stream());
        return Stream.concat(wallet.holds().stream().map(Hold::expiresAt), lots).min(Comparator.naturalOrder());
    }
}
