package io.tastemaker.bootstrap;

import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Lift;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.matching.Standing;
import io.tastemaker.domain.matching.Weights;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the demo prints about a ranking. */
record DemoReport(PrintStream out) {

    /** Names stand last in a row, since letters of some scripts are wider than others. */
    void shortlist(RankedPage page) {
        out.printf(Locale.ROOT, "  %,d creators fit; %,d more are left out only because something is not known of them.%n%n",
                page.total(), page.excludedUnknown());
        out.printf(Locale.ROOT, "  %4s  %-24s %13s %8s  %8s   %10s %10s %10s %10s %10s   %s%n", "rank", "handle", "followers", "eng.rate",
                "score", "engagement", "category", "follow.fit", "location", "platform", "name");
        page.entries().forEach(this::row);
        out.println();
        out.println("  The five columns add up to the score exactly. Marks: ? unknown (counted at a cautious prior), ~ inferred or estimated, ! stale.");
        out.println("  Ranking " + page.ranking() + ", kept for good: asked for again, it gives the same creators, scores and receipts.");
    }

    private void row(RankedPage.Entry entry) {
        Optional<Candidate> creator = entry.creator();
        out.printf(Locale.ROOT, "  %4d  %-24s %13s %8s  %8s  %s   %s%n", entry.rank(),
                creator.map(known -> cut(known.handle().name())).orElse("(gone)"),
                creator.flatMap(Candidate::followers).map(known -> known.value()).map(count -> String.format(Locale.ROOT, "%,d", count)).orElse("?"),
                creator.flatMap(Candidate::engagementRate).map(rate -> percent(rate.value().millionths())).orElse("?"),
                entry.score().total(),
                entry.score().factors().stream().map(DemoReport::contribution).collect(Collectors.joining()),
                creator.flatMap(known -> known.card().name()).orElse(""));
    }

    private static String contribution(ScoreReceipt.Line line) {
        String mark = switch (line.state()) {
            case MEASURED, IMPORTED -> " ";
            case ESTIMATED, INFERRED -> "~";
            case STALE -> "!";
            case MISSING -> line.normalized().compareTo(BigDecimal.ONE) == 0 ? " " : "?"; // the full mark: nothing was asked
        };
        return String.format(Locale.ROOT, " %9s%s", line.contribution(), mark);
    }

    void explain(Ranking ranking, Ranking everybody, int shown) {
        Optional<Standing.Excluded> excluded = everybody.page(0, 5_000).stream()
                .map(Ranking.Entry::candidate)
                .sorted(Comparator.comparing((Candidate creator) -> creator.followers().map(Observed::value).orElse(0L)).reversed())
                .map(creator -> ranking.standing(creator.id()))
                .filter(Standing.Excluded.class::isInstance)
                .map(Standing.Excluded.class::cast)
                .findFirst();
        excluded.ifPresent(standing -> {
            out.println("  " + standing.candidate().handle() + " is not in the ranking:");
            for (HardFilter filter : standing.by()) {
                out.println("    " + filter.code() + ": wanted " + filter.wanted() + ", found " + filter.found(standing.candidate()).orElse("nothing"));
            }
        });
        List<Ranking.Entry> below = ranking.page(shown * 2 - 1, 1);
        if (!below.isEmpty()) {
            lift(ranking, below.getFirst(), shown);
        }
    }

    private void lift(Ranking ranking, Ranking.Entry entry, int rank) {
        out.println("  " + entry.candidate().handle() + " stands at " + entry.rank() + " with " + entry.score().total() + ". To reach " + rank
                + ", one of these alone would do:");
        List<Lift> lifts = ranking.lifts(entry, rank);
        for (Lift lift : lifts) {
            out.println("    " + lift.factor().code() + " from " + lift.from() + " to " + lift.to()
                    + ", that is " + lift.raw().stripTrailingZeros().toPlainString());
        }
        if (lifts.isEmpty()) {
            out.println("    nothing: no single factor is enough");
        }
        Weights engagementOnly = Weights.of(Map.of(Factor.ENGAGEMENT, BigDecimal.ONE));
        if (ranking.reweighed(engagementOnly).standing(entry.candidate().id()) instanceof Standing.Ranked alone) {
            out.println("  If engagement alone counted, it would stand at " + alone.entry().rank() + ".");
        }
    }

    void curl(Optional<Path> list, Optional<Platform> platform, List<String> brief) {
        String header = " -H \"X-Api-Key: $KEY\"";
        String json = header + " -H 'Content-Type: application/json'";
        String base = "http://127.0.0.1:8080/api/v1";
        if (list.isEmpty()) {
            out.println("  ./run sample");
        }
        out.println("  ./run                                  # prints the key:  export KEY=tmk_...");
        out.println("  curl " + base + "/creators/imports" + header + " -H 'Idempotency-Key: demo-1' \\");
        out.println("       -F 'options={" + platform.map(where -> "\"platform\":\"" + where.code() + "\"").orElse("") + "};type=application/json' -F file=@"
                + list.map(Path::toString).orElse("sample-creators.csv"));
        out.println("  curl -X POST " + base + "/chats" + header);
        for (String message : brief) {
            out.println("  curl " + base + "/chats/CHAT/messages" + json + " \\");
            out.println("       -d '{\"text\":\"" + message + "\"}'");
        }
        out.println("  curl -X POST " + base + "/chats/CHAT/campaign" + header + " -H 'Idempotency-Key: demo-3'");
        out.println("  curl -X POST " + base + "/creators/ID/unlock?dry_run=true" + header + " -H 'Idempotency-Key: demo-2'");
        out.println("  curl -X POST " + base + "/creators/ID/unlock" + header + " -H 'Idempotency-Key: demo-2'");
        out.println("  curl " + base + "/wallet/transactions" + header);
        out.println("  curl -X POST " + base + "/rankings/RANKING/explanations" + json + " \\");
        out.println("       -d '{\"creator_id\":\"ID\",\"questions\":[\"excluded_by\"]}'");
        out.println("  README goes on from here: invitations, work, numbers and files.");
    }

    private static String percent(int millionths) {
        return BigDecimal.valueOf(millionths, 4).setScale(2, RoundingMode.HALF_UP) + " %";
    }

    private static String cut(String handle) {
        return handle.length() <= 24 ? handle : handle.substring(0, 23) + "…";
    }
}
