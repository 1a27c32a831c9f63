package io.tastemaker.application.content;

import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads texts and keeps nothing of them. What models answer is charged, one unit a text; what the rules answer is free, whether they
 * were chosen or stood in.
 */
public final class ClassifyTexts {

    /** The most texts of one call. */
    public static final int MOST_TEXTS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Analysts analysts;
    private final PaidWork paidWork;

    ClassifyTexts(Analysts analysts, PaidWork paidWork) {
        this.analysts = analysts;
        this.paidWork = paidWork;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param texts 1 to {@link #MOST_TEXTS}
     * @param tasks what is asked, at least one
     * @param key names the request
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, List<String> texts, Set<Task> tasks, OperationKey key, OptionalLong most, boolean dryRun) {
        /** Copies the collections and checks their size. */
        public Command {
            texts = List.copyOf(texts);
            tasks = Set.copyOf(tasks);
            if (texts.isEmpty() || texts.size() > MOST_TEXTS || tasks.isEmpty()) {
                throw new IllegalArgumentException("a call has 1 to " + MOST_TEXTS + " texts and at least one task");
            }
        }

        /** A key names an order for these texts; for others it names another one. */
        PaidWork.Order order() {
            String matter = new TreeSet<>(tasks) + "\n" + texts.stream().map(text -> text.length() + ":" + text).collect(Collectors.joining("\n"));
            return new PaidWork.Order(actor, OperationKey.about(key, matter), Action.CONTENT_CLASSIFICATION, texts.size(), most);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They were read.
         *
         * @param readings one for each text, in their order
         * @param answered what the wallet answered; empty when nothing was to be paid
         */
        record Classified(List<Reading> readings, Optional<Answered> answered) implements Outcome {}

        /**
         * Nothing was done: this is what the wallet would answer; empty when nothing would be to pay.
         *
         * @param answered the answer
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It is not paid for.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}
    }

    /**
     * Reads them.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.ANALYSE_CONTENT);
        PaidWork.Order order = command.order();
        boolean isAi = analysts.isAi(command.tasks());
        if (command.dryRun()) {
            return new Outcome.Foreseen(isAi ? paidWork.foresee(order) : Optional.empty());
        }
        if (!isAi) {
            return new Outcome.Classified(read(command), Optional.empty());
        }
        return switch (paidWork.run(order, () -> read(command), readings -> readings.stream().filter(Reading::isAi).count())) {
            case PaidWork.Outcome.Done<List<Reading>>(List<Reading> readings, Optional<Answered> answered) ->
                new Outcome.Classified(readings, answered);
            case PaidWork.Outcome.Refused<List<Reading>>(Answered answered) -> new Outcome.Refused(answered);
        };
    }

    private List<Reading> read(Command command) {
        return analysts.read(command.texts(), command.tasks(), PATIENCE);
    }
}
