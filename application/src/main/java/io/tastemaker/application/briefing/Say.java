package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.BriefInterpreter;
import io.tastemaker.application.briefing.out.BriefInterpreter.Answer;
import io.tastemaker.application.briefing.out.BriefInterpreter.Question;
import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.BriefAnswer;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefReading;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.InterpretedBy;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Says something in a conversation: the message is understood, the draft changed and answered, and both messages are kept together. Who
 * understands it is asked outside of any transaction; when somebody else said something meanwhile, the message is read again on what is
 * known now.
 */
public final class Say {

    private static final int MOST_TRIES = 4;

    private final Transactions transactions;
    private final Conversations conversations;
    private final Optional<BriefInterpreter> chosen;
    private final BriefInterpreter rules;
    private final Duration patience;
    private final InstantSource clock;

    Say(Transactions transactions, Conversations conversations, Optional<BriefInterpreter> chosen, Duration patience, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.chosen = chosen;
        this.rules = new RulesInterpreter();
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who says it
     * @param chat in which conversation
     * @param text what is said, 1 to 4,000 characters, with a letter, digit or sign among them
     */
    public record Command(Actor actor, ChatId chat, String text) {
        /** Shows where something is said and not what. */
        @Override
        public String toString() {
            return "Command[" + actor.label() + ", " + chat + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was said and answered.
         *
         * @param conversation as it is now
         * @param said the message
         * @param answer the program's message
         * @param words the parts of the answer
         */
        record Answered(Conversation conversation, Message said, Message answer, BriefAnswer words) implements Outcome {}

        /**
         * The conversation became a campaign, so nothing is said in it any more.
         *
         * @param campaign the campaign
         */
        record Finished(CampaignId campaign) implements Outcome {}

        /** The conversation has as many messages as it may have. */
        record Full() implements Outcome {}

        /** Nothing of the text is left once control characters are taken out. */
        record Blank() implements Outcome {}
    }

    /**
     * Says it.
     *
     * @param command what is wanted
     * @return the answer, or why there is none
     * @throws Refusal.NotFound when the team has no such conversation
     * @throws Refusal.StaleVersion when others talk in it all the time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        String text = BriefReader.clean(command.text());
        if (text.isBlank()) {
            return new Outcome.Blank();
        }
        Conversation conversation = find(command);
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            switch (conversation.talk()) {
                case FINISHED -> {
                    return new Outcome.Finished(conversation.campaign().orElseThrow());
                }
                case FULL -> {
                    return new Outcome.Full();
                }
                case GOES_ON -> {
                    Optional<Outcome> answered = answer(actor, conversation, text);
                    if (answered.isPresent()) {
                        return answered.get();
                    }
                    conversation = find(command);
                }
            }
        }
        throw new Refusal.StaleVersion(conversation.version());
    }

    private Conversation find(Command command) {
        return transactions.reading(command.actor(), () -> conversations.find(command.chat())).orElseThrow(Refusal.NotFound::new);
    }

    private Optional<Outcome> answer(Actor actor, Conversation conversation, String text) {
        Instant now = clock.instant();
        BriefDraft draft = conversation.draft();
        Answer.Read read = read(new Question(text, draft, draft.next(), now.atZone(ZoneOffset.UTC).toLocalDate()));
        BriefReading reading = read.reading();
        BriefDraft known = draft.with(reading.changes());
        BriefAnswer words = BriefAnswer.to(draft, known, reading);
        Message said = new Message(conversation.messages() + 1, Message.Speaker.PERSON, actor.label(), text, Optional.empty(), now);
        Message answer = new Message(conversation.messages() + 2, Message.Speaker.PROGRAM, actor.label(), words.text(), Optional.of(read.by()), now);
        Conversation next = conversation.after(known, 2, now);
        boolean kept = transactions.inTransaction(actor, "chat.say", () -> {
            boolean written = conversations.replace(next, List.of(said, answer));
            if (written) {
                transactions.about(Subject.of("chat", next.id()), conversation.traits().changesTo(next.traits()));
            } else {
                transactions.refused(Subject.of("chat", next.id()));
            }
            return written;
        });
        return kept ? Optional.of(new Outcome.Answered(next, said, answer, words)) : Optional.empty();
    }

    private Answer.Read read(Question question) {
        if (chosen.isEmpty()) {
            return byRules(question, Optional.empty());
        }
        return switch (chosen.get().read(question, patience)) {
            case Answer.Read read -> read;
            case Answer.Unread(String reason) -> byRules(question, Optional.of(reason));
        };
    }

    private Answer.Read byRules(Question question, Optional<String> instead) {
        return switch (rules.read(question, patience)) {
            case Answer.Read read -> instead.map(reason -> new Answer.Read(read.reading(), InterpretedBy.rulesInstead(reason))).orElse(read);
            case Answer.Unread(String reason) -> throw new IllegalStateException("the rules always answer: " + reason);
        };
    }
}
