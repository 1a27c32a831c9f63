package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What time brings to a wallet: holds lapse, lots expire, periods begin, gifts fall due. Everything happens in the order of its time, so
 * that looking at a wallet in between never changes what becomes of it. Nothing is granted but by the wallet's own next command, which
 * carries all of it; a reset is a new lot whose source can exist only once.
 */
final class Passing {

    /** Who acts when nobody does. */
    static final String TIME = "system:time";

    /** More periods than this are not gone through one by one: rollover depends on the period before only. */
    private static final int MOST_STEPS = 400;

    private Passing() {}

    static void of(Draft draft) {
        ending(draft);
        giveDaily(draft, draft.now());
    }

    /** All of it but what is given for the day, which is for those who come on it. */
    static void ending(Draft draft) {
        skipLongAbsence(draft);
        giveMonthly(draft);
        while (next(draft)) {
            giveMonthly(draft);
        }
    }

    /** Carries out what comes first, if it has come: at one instant holds before the boundary, and that before lots. */
    private static boolean next(Draft draft) {
        Instant boundary = draft.cycle().end();
        Optional<Hold> lapsing = draft.holds().stream().min(Comparator.comparing(Hold::expiresAt).thenComparing(hold -> hold.key().text()));
        Optional<Lot> expiring = draft.lots().stream().filter(lot -> lot.free() > 0 && lot.expiresAt().isPresent())
                .min(Comparator.comparing((Lot lot) -> lot.expiresAt().orElseThrow()).thenComparing(Lot.BURN_ORDER));
        Instant holdEnd = lapsing.map(Hold::expiresAt).orElse(Instant.MAX);
        Instant lotEnd = expiring.flatMap(Lot::expiresAt).orElse(Instant.MAX);
        if (!holdEnd.isAfter(draft.now()) && !holdEnd.isAfter(boundary) && !holdEnd.isAfter(lotEnd)) {
            lapse(draft, lapsing.orElseThrow());
        } else if (!boundary.isAfter(draft.now()) && !boundary.isAfter(lotEnd)) {
            begin(draft, draft.before().ownerZone(), draft.planOfNextPeriod());
        } else if (!lotEnd.isAfter(draft.now())) {
            expire(draft, expiring.orElseThrow());
        } else {
            return false;
        }
        return true;
    }

    /**
     * Begins the next period. With another zone or plan a day has another name or other gifts from now on; so the last day under the old
     * ones is settled first, as if somebody had looked just before, or it would matter whether somebody did.
     */
    private static void begin(Draft draft, ZoneId zone, Plan plan) {
        Cycle cycle = draft.cycle();
        if (!zone.equals(cycle.zone()) || !plan.id().equals(draft.plan().id())) {
            giveDaily(draft, cycle.end().minus(1, ChronoUnit.MICROS));
        }
        draft.enter(cycle.next(zone), plan);
    }

    private static void lapse(Draft draft, Hold hold) {
        Settling.giveBack(draft, hold, hold.split(), hold.credits(), hold.expiresAt());
        draft.drop(hold);
        OperationKey key = OperationKey.ofLapse(hold.key());
        draft.book(new Draft.Deed(key, Operation.Kind.EXPIRY, "hold lapsed", Optional.of(hold.action()), hold.split().units(), TIME,
                Optional.empty(), Optional.of(hold.key().operation(draft.before().team()).toString()), Optional.empty()),
                new WalletAnswer.Booked(hold.credits(), draft.debt()));
    }

    private static void expire(Draft draft, Lot lot) {
        long gone = lot.free();
        Instant end = lot.expiresAt().orElseThrow();
        draft.move(Account.AVAILABLE, Account.BREAKAGE, gone, lot.source(), TIME);
        draft.change(lot.source(), -gone, 0);
        long kept = lot.kind() == LotKind.MONTHLY_PLAN ? Math.min(gone, leftOfRollover(draft, end)) : 0;
        if (kept > 0) {
            Lot rolled = Lot.of(rolled(lot), LotKind.ROLLOVER, lot.scope(), kept, end, Optional.of(monthAfter(draft.cycle(), end)));
            draft.move(Account.BREAKAGE, Account.AVAILABLE, kept, rolled.source(), TIME);
            draft.bear(rolled, 0);
        }
        draft.book(deed(OperationKey.ofExpiry(lot.source()), kept > 0 ? Operation.Kind.ROLLOVER : Operation.Kind.EXPIRY, "lot expired", lot),
                new WalletAnswer.Booked(gone, draft.debt()));
    }

    /** What ends with a period moves into the next; what has an end of its own, such as an invoice's, gets a month from there. */
    private static Instant monthAfter(Cycle cycle, Instant end) {
        return end.equals(cycle.start()) ? cycle.end() : end.atZone(cycle.zone()).plusMonths(1).toInstant();
    }

    /** The cap holds for all lots that end together. */
    private static long leftOfRollover(Draft draft, Instant end) {
        long rolled = draft.lots().stream().filter(lot -> lot.kind() == LotKind.ROLLOVER && lot.effectiveAt().equals(end))
                .mapToLong(Lot::granted).sum();
        return Math.max(0, draft.plan().gifts().rolloverCap() - rolled);
    }

    /** The name of the lot it came from, shortened to what a source may have. */
    private static String rolled(Lot lot) {
        String name = "roll:" + lot.source();
        return name.length() <= 255 ? name : "roll:" + new Digest().add(lot.source()).hex();
    }

    /** What a plan that nobody pays for grants each month. That of a paid plan comes with its invoice. */
    private static void giveMonthly(Draft draft) {
        Cycle cycle = draft.cycle();
        if (draft.monthsGiven() > cycle.index()) {
            return;
        }
        draft.gaveMonths(cycle.index() + 1);
        Plan plan = draft.plan();
        if (!plan.isPaid() && plan.gifts().monthly() > 0) {
            give(draft, Lot.of("free:" + cycle.index(), LotKind.MONTHLY_PLAN, Set.of(), plan.gifts().monthly(), cycle.start(),
                    Optional.of(cycle.end())));
        }
    }

    /** For the day that it is; days that nobody came leave nothing, and travelling west gives no day twice. */
    private static void giveDaily(Draft draft, Instant when) {
        Plan.Gifts gifts = draft.plan().gifts();
        ZoneId zone = draft.cycle().zone();
        LocalDate today = when.atZone(zone).toLocalDate();
        boolean due = gifts.daily() > 0 && draft.debt() == 0 && draft.lastDaily().map(today::isAfter).orElse(true);
        if (due) {
            draft.gaveDaily(today);
            give(draft, Lot.of("daily:" + today, LotKind.DAILY_FREE, gifts.dailyFor(), gifts.daily(),
                    today.atStartOfDay(zone).toInstant(), Optional.of(today.plusDays(1).atStartOfDay(zone).toInstant())));
        }
    }

    private static void give(Draft draft, Lot lot) {
        draft.move(Account.issuance(lot.kind()), Account.AVAILABLE, lot.granted(), lot.source(), TIME);
        draft.bear(lot, 0);
        draft.book(deed(OperationKey.ofGrant(lot.source()), Operation.Kind.GRANT, "fell due", lot),
                new WalletAnswer.Booked(lot.granted(), draft.debt()));
    }

    private static void skipLongAbsence(Draft draft) {
        long missed = draft.cycle().periodsUntil(draft.now());
        if (missed > MOST_STEPS) {
            int later = Math.toIntExact(draft.cycle().index() + missed - MOST_STEPS / 2);
            draft.enter(draft.cycle().skippedTo(later), draft.planOfNextPeriod());
        }
    }

    private static Draft.Deed deed(OperationKey key, Operation.Kind kind, String what, Lot lot) {
        return new Draft.Deed(key, kind, what, Optional.empty(), 0, TIME, Optional.empty(), Optional.of(lot.source()), Optional.empty());
    }
}
