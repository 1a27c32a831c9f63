package io.tastemaker.bootstrap;

import io.tastemaker.application.wallets.ListWalletOwners;
import io.tastemaker.application.wallets.TakeAnchor;
import io.tastemaker.application.wallets.VerifyLedger;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.LedgerVerdict;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verifies the ledgers of the wallets. */
record VerifyLedgers() implements Command {

    private static final Actor OPERATOR = new Actor.Operator("command-line", TeamId.CATALOGUE);

    @Override
    public String name() {
        return "verify-ledger";
    }

    @Override
    public String usage() {
        return "verify-ledger [--team ID] [--anchor FILE] [--take-anchor]";
    }

    @Override
    public String summary() {
        return "computes the ledgers of all wallets, or of one, anew, and names the first entry that was altered or the first balance that is"
                + " wrong; exit status 1 if there is one. Compares with the newest anchor of the data directory, or with FILE;"
                + " --take-anchor takes one when all is well";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("team", "anchor"), Set.of("take-anchor"));
        Optional<TeamId> team = given.option("team", "a team's id", Teams::read);
        Optional<Path> file = given.option("anchor", "a file", text -> Optional.of(Path.of(text)).filter(Files::isRegularFile));
        given.check(0);
        Settings settings = Settings.from(environment);
        Optional<LedgerAnchor> anchor = file.map(AnchorFiles::read).or(() -> new AnchorFiles(settings.anchorDirectory()).newest());
        try (Application application = new Application(settings, Store.open(settings))) {
            anchor.ifPresent(known -> out.println("Compared with anchor " + known.number() + " of " + known.at()));
            Count count = team.isPresent() ? one(application, team.get(), mark(anchor, team.get()), out) : all(application, anchor, out);
            out.println(count.broken == 0
                    ? "All is as it was booked: " + count.wallets + " wallets, " + count.entries + " entries."
                    : count.broken + " of " + count.wallets + " wallets are not as they were booked.");
            if (count.broken == 0 && given.flag("take-anchor")) {
                take(application, out);
            }
            return count.broken == 0 ? 0 : 1;
        }
    }

    private static Optional<LedgerAnchor.Mark> mark(Optional<LedgerAnchor> anchor, TeamId team) {
        return anchor.stream().flatMap(known -> known.marks().stream()).filter(mark -> mark.team().equals(team)).findFirst();
    }

    private record Count(long wallets, long entries, long broken) {
        Count plus(Count other) {
            return new Count(wallets + other.wallets, entries + other.entries, broken + other.broken);
        }
    }

    private static Count all(Application application, Optional<LedgerAnchor> anchor, PrintStream out) {
        Map<TeamId, LedgerAnchor.Mark> marks = new LinkedHashMap<>();
        anchor.ifPresent(known -> known.marks().forEach(mark -> marks.put(mark.team(), mark)));
        Count count = new Count(0, 0, 0);
        List<TeamId> page = owners(application, Optional.empty());
        while (!page.isEmpty()) {
            for (TeamId team : page) {
                count = count.plus(one(application, team, Optional.ofNullable(marks.remove(team)), out));
            }
            page = owners(application, Optional.of(page.getLast()));
        }
        for (TeamId vanished : marks.keySet()) {
            out.println(vanished + "  BROKEN  the anchor knows a wallet that is gone");
            count = count.plus(new Count(1, 0, 1));
        }
        return count;
    }

    private static List<TeamId> owners(Application application, Optional<TeamId> after) {
        return application.wallets().listWalletOwners().handle(new ListWalletOwners.Query(OPERATOR, after));
    }

    private static Count one(Application application, TeamId team, Optional<LedgerAnchor.Mark> mark, PrintStream out) {
        try {
            return switch (application.wallets().verifyLedger().handle(new VerifyLedger.Query(OPERATOR, team, mark))) {
                case LedgerVerdict.Whole(long entries) -> new Count(1, entries, 0);
                case LedgerVerdict.Broken(long seq, LedgerVerdict.Flaw flaw) -> {
                    out.println(team + "  BROKEN  entry " + seq + " was " + flaw.code());
                    yield new Count(1, 0, 1);
                }
                case LedgerVerdict.Unbalanced(String what, String replayed, String stored) -> {
                    out.println(team + "  BROKEN  " + what + ": the entries say " + replayed + ", the wallet says " + stored);
                    yield new Count(1, 0, 1);
                }
            };
        } catch (Refusal.NotFound unknown) {
            throw new Failed("There is no team " + team, unknown);
        }
    }

    private static void take(Application application, PrintStream out) {
        switch (application.wallets().takeAnchor().handle(new TakeAnchor.Command(OPERATOR, true))) {
            case TakeAnchor.Outcome.Taken(LedgerAnchor taken) -> out.println("Anchor " + taken.number() + ": "
                    + new AnchorFiles(application.settings().anchorDirectory()).write(taken));
            case TakeAnchor.Outcome.NotNow notNow -> out.println("Another program takes an anchor at this moment.");
        }
    }
}
