package io.tastemaker.domain.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=WalletScriptTest -Dwallet.operations=1000000} tells a longer story. */
class WalletScriptTest {

    private static final int OPERATIONS = Integer.getInteger("wallet.operations", 200_000);
    private static final int LENGTH = 2_000;
    private static final long SEED = 20_261_120L;

    private final Map<String, Long> answers = new TreeMap<>();
    private final Map<Operation.Kind, Long> kinds = new EnumMap<>(Operation.Kind.class);

    @Test
    void whatever_is_asked_in_whatever_order_the_books_are_right() {
        for (long seed = SEED; seed < SEED + OPERATIONS / LENGTH; seed++) {
            List<WalletScript.Step> steps = WalletScript.steps(seed, LENGTH);
            Optional<Throwable> failure = play(steps);
            if (failure.isPresent()) {
                report(seed, steps, failure.get());
            }
        }
        assertThat(kinds.keySet()).as("kinds of operations").containsExactlyInAnyOrder(Operation.Kind.values());
        assertThat(answers.keySet()).as("kinds of answers").hasSize(17);
    }

    private Optional<Throwable> play(List<WalletScript.Step> steps) {
        Tariff tariff = WalletFixtures.tariff();
        PureTeller teller = new PureTeller(tariff, WalletFixtures.START, WalletFixtures.BERLIN);
        WalletAuditor auditor = new WalletAuditor(tariff);
        try {
            for (WalletScript.Step step : steps) {
                switch (step) {
                    case WalletScript.Step.Move(var team, var zone) -> teller.move(team, zone);
                    case WalletScript.Step.Ask ask -> {
                        Teller.Answered answered = teller.submit(ask.team(), ask.command(), ask.now());
                        auditor.audit(ask, answered, teller.wallet(ask.team()));
                        answers.merge(answered.answer().getClass().getSimpleName(), 1L, Long::sum);
                        answered.change().ifPresent(change -> change.operations().forEach(done -> kinds.merge(done.kind(), 1L, Long::sum)));
                    }
                }
            }
            for (int team = 1; team <= 3; team++) {
                List<LedgerEntry> entries = teller.entries(WalletFixtures.team(team));
                LedgerVerdict verdict = LedgerVerdict.of(teller.wallet(WalletFixtures.team(team)), pages(entries), Optional.empty());
                assertThat(verdict).isEqualTo(new LedgerVerdict.Whole(entries.size()));
            }
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private static LedgerVerdict.Entries pages(List<LedgerEntry> entries) {
        return (seq, limit) -> {
            int start = (int) Math.max(0, seq);
            return entries.subList(start, Math.min(entries.size(), start + limit));
        };
    }

    private void report(long seed, List<WalletScript.Step> steps, Throwable failure) {
        List<WalletScript.Step> shortest = WalletScript.shortest(steps, fewer -> play(fewer).isPresent());
        String story = shortest.stream().map(WalletScript.Step::toString).collect(Collectors.joining("\n  "));
        Throwable last = play(shortest).orElse(failure);
        throw new AssertionError("seed " + seed + ": " + last.getMessage() + "\nafter\n  " + story, last);
    }
}
