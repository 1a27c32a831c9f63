package io.tastemaker.bootstrap;

import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ChangePlan;
import io.tastemaker.application.wallets.ExplainOperation;
import io.tastemaker.application.wallets.OpenAccess;
import io.tastemaker.application.wallets.UnlockCreator;
import io.tastemaker.application.wallets.VerifyLedger;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Plays how a team pays for creators: quoted, charged once, free when repeated, refused for lack of credits, and explained. */
final class DemoCredits {

    private static final long GIVEN = 40;
    private static final Actor OPERATOR = new Actor.Operator("demo", TeamId.CATALOGUE);

    private final Application application;
    private final Actor team;
    private final PrintStream out;

    DemoCredits(Application application, Actor team, PrintStream out) {
        this.application = application;
        this.team = team;
        this.out = out;
    }

    /** Plays it on the creators of a shortlist, at least eight of them. */
    void play(List<RankedPage.Entry> shortlist) {
        out.println("  The team is on the plan of new teams. " + name(shortlist.get(0)) + " would cost, without being charged:");
        say("quote", unlock(shortlist.get(0), "quote", true));
        out.println("  Unlocked for good, and free ever after:");
        say("unlock " + name(shortlist.get(0)), unlock(shortlist.get(0), "key-0", false));
        say("the same request again", unlock(shortlist.get(0), "key-0", false));
        say("another request for the same", unlock(shortlist.get(0), "key-0b", false));

        out.println("  What the plan includes is used up by the next ones:");
        int next = 1;
        Answered last = unlock(shortlist.get(next), "key-" + next, false);
        while (!(last.answer() instanceof WalletAnswer.CreditsMissing) && next < shortlist.size() - 2) {
            say("unlock " + name(shortlist.get(next)), last);
            next++;
            last = unlock(shortlist.get(next), "key-" + next, false);
        }
        RankedPage.Entry wanted = shortlist.get(next);
        say("unlock " + name(wanted), last);

        give();
        say("the refused request again", unlock(wanted, "key-" + next, false));
        Answered paid = unlock(wanted, "key-with-credits", false);
        say("a new request", paid);
        say("unlock " + name(shortlist.get(next + 1)), unlock(shortlist.get(next + 1), "key-" + (next + 1), false));

        paid.operation().ifPresent(operation -> explain(operation.id()));
        out.println("  The ledger, computed anew: " + verified());
        out.println("  ./run plan set TEAM standard: the plan pays from now on:");
        upgrade();
        say("unlock " + name(shortlist.get(next + 1)), unlock(shortlist.get(next + 1), "key-on-the-plan", false));
    }

    private Answered unlock(RankedPage.Entry creator, String key, boolean dryRun) {
        UnlockCreator.Command command = new UnlockCreator.Command(team, creator.id(), OperationKey.ofClient("demo", key), OptionalLong.empty(), dryRun);
        return switch (application.unlocks().unlockCreator().handle(command)) {
            case UnlockCreator.Outcome.Own own -> throw new IllegalStateException("the demo imports into the catalogue");
            case UnlockCreator.Outcome.Asked(OpenAccess.Outcome opening) -> switch (opening) {
                case OpenAccess.Outcome.Opened(var access, Answered answered) -> answered;
                case OpenAccess.Outcome.OpenBefore(var access, Answered answered) -> answered;
                case OpenAccess.Outcome.Foreseen(Answered answered) -> answered;
                case OpenAccess.Outcome.Refused(Answered answered) -> answered;
                case OpenAccess.Outcome.Free free -> throw new IllegalStateException("a team pays");
            };
        };
    }

    private void give() {
        application.wallets().adjustWallet().handle(new AdjustWallet.Command(OPERATOR, team.team(), OperationKey.ofReversal("demo"),
                new AdjustWallet.Adjustment.Give(LotKind.PROMO, GIVEN, Set.of(), Optional.empty()), "shown in the demo"));
        out.println("  An operator gives " + GIVEN + " credits. A refusal stands, so that a late duplicate never charges; a new request does:");
    }

    /** What follows needs a plan with campaigns. */
    void upgrade() {
        Demo.expect(ChangePlan.Outcome.Changed.class,
                application.wallets().changePlan().handle(new ChangePlan.Command(OPERATOR, team.team(), "standard", false)));
    }

    private void explain(UUID operation) {
        ExplainOperation.Explained explained = application.wallets().explainOperation().handle(new ExplainOperation.Query(team, operation));
        out.println("  Operation " + operation + ", entry by entry:");
        for (LedgerEntry entry : explained.entries()) {
            out.printf(Locale.ROOT, "    #%d  %d %s  %s -> %s%s%s  by %s%n        hash %s%n", entry.seq(), entry.amount(),
                    entry.unit().equals(LedgerEntry.CREDIT) ? "credits" : "units of " + entry.unit(),
                    entry.from(), entry.to(), entry.lot().map(lot -> ", of lot " + lot).orElse(""),
                    entry.rule().map(rule -> ", rule " + rule).orElse(""), entry.actor(), entry.hash());
        }
    }

    private String verified() {
        return switch (application.wallets().verifyLedger().handle(new VerifyLedger.Query(
                new Actor.Operator("demo", team.team()), team.team(), Optional.empty()))) {
            case LedgerVerdict.Whole(long entries) -> "all " + entries + " entries are as they were booked, and the wallet holds what they say.";
            case LedgerVerdict.Broken(long seq, LedgerVerdict.Flaw flaw) -> "BROKEN: entry " + seq + " was " + flaw.code();
            case LedgerVerdict.Unbalanced(String what, String replayed, String stored) ->
                "BROKEN: " + what + " is " + stored + " and should be " + replayed;
        };
    }

    private void say(String what, Answered answered) {
        out.printf(Locale.ROOT, "    %-44s %s%s%n", what, told(answered.answer()), answered.replayed() ? "  (as before)" : "");
    }

    private static String told(WalletAnswer answer) {
        return switch (answer) {
            case WalletAnswer.Charged(Receipt receipt) -> paid(receipt);
            case WalletAnswer.AlreadyOpen open -> "0 credits, it is open since " + open.access().since();
            case WalletAnswer.CreditsMissing missing -> "refused: " + missing.required() + " credits required, " + missing.available()
                    + " available, " + missing.missing() + " missing";
            case WalletAnswer.Lasting lasting -> lasting.toString();
            case WalletAnswer.Passing passing -> passing.toString();
        };
    }

    private static String paid(Receipt receipt) {
        Split split = receipt.split();
        return receipt.credits() + " credits: " + split.quota() + " by the plan, " + split.allowance() + " free, " + split.credits()
                + " for credits (" + receipt.price().rule() + "); " + receipt.creditsLeft() + " credits left";
    }

    private static String name(RankedPage.Entry entry) {
        return entry.creator().map(creator -> creator.handle().name()).orElse(entry.id().toString());
    }
}
