package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.ContentFacts;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Takes over what was concluded about a creator from the posts. */
public final class LearnContent {

    private final Transactions transactions;
    private final Creators creators;

    LearnContent(Transactions transactions, Creators creators) {
        this.transactions = transactions;
        this.creators = creators;
    }

    /**
     * What is wanted.
     *
     * @param actor who learns; a team's own creators are its to write, the catalogue's those of who works for the catalogue
     * @param creator which creator
     * @param content what was concluded; it takes the place of all earlier conclusions
     * @param at when
     * @param source by whom, such as {@code content:rules}
     */
    public record Command(Actor actor, CreatorId creator, ContentFacts content, Instant at, String source) {
        /** Checks that nothing is missing. */
        public Command {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(creator, "creator");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Learns; what changes nothing, or comes after a later conclusion, keeps the version.
     *
     * @param command what is wanted
     * @return the creator as it is now
     * @throws Refusal.NotFound when the actor's team has no such creator; one that it only sees in the catalogue is not its own
     */
    public Creator handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.toWriteCreatorsOf(actor.team()));
        return transactions.inTransaction(actor, "creator.learn_content", () -> {
            Creator seen = creators.find(command.creator()).filter(found -> found.owner().equals(actor.team()))
                    .orElseThrow(Refusal.NotFound::new);
            Creator current = creators.lock(seen.owner(), List.of(seen.handle())).stream()
                    .findFirst().orElseThrow(Refusal.NotFound::new);
            Creator learned = current.learned(command.content(), command.source(), command.at());
            transactions.about(Subject.of("creator", current.id()), current.traits().changesTo(learned.traits()));
            if (learned.version() != current.version()) {
                creators.replace(List.of(learned));
            }
            return learned;
        });
    }
}
