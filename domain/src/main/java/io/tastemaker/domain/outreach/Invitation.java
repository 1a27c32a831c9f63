package io.tastemaker.domain.outreach;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * That a creator was asked to take part in a campaign, and what became of it. Whatever happens to it goes through {@link #decide}.
 *
 * @param id its id
 * @param team whose invitation
 * @param version 1 at birth, one more with every change
 * @param campaign into which campaign
 * @param creator whom
 * @param creatorOwner whose record the creator is: the team or {@link TeamId#CATALOGUE}
 * @param email where it was sent
 * @param wording what is written, in the first letter and in those that bring it to mind
 * @param terms how long it waits
 * @param status where it stands
 * @param sentAt when the letter was posted, the last time anew
 * @param expiresAt from when on no answer counts
 * @param reminders how many reminders were posted since
 * @param remindAt when the next one is due; empty when none will be
 * @param openedAt when the creator first looked at it
 * @param repliedAt when the creator last wrote
 * @param endedAt when it was decided, taken back or ran out
 * @param invitedBy the label of the actor
 * @param createdAt when it began
 */
public record Invitation(
        InvitationId id,
        TeamId team,
        long version,
        CampaignId campaign,
        CreatorId creator,
        TeamId creatorOwner,
        String email,
        Wording wording,
        InvitationTerms terms,
        Status status,
        Instant sentAt,
        Instant expiresAt,
        int reminders,
        Optional<Instant> remindAt,
        Optional<Instant> openedAt,
        Optional<Instant> repliedAt,
        Optional<Instant> endedAt,
        String invitedBy,
        Instant createdAt) {

    /** After a pause, reminders do not catch up with each other. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);

    /** Where an invitation stands. */
    public enum Status implements Coded {
        /** Its letter is on its way, or there. */
        SENT,
        /** The creator looked at it. */
        OPENED,
        /** The creator answered with words. */
        REPLIED,
        /** The letter was refused at delivery. */
        BOUNCED,
        /** The creator takes part. */
        ACCEPTED,
        /** The creator does not take part. */
        DECLINED,
        /** The team took it back. */
        WITHDRAWN,
        /** Nobody answered in time. */
        EXPIRED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Whether it can still be answered.
         *
         * @return false once it ended
         */
        public boolean isOpen() {
            return TABLE.containsKey(this);
        }
    }

    /** What can happen to an invitation. */
    public enum Command implements Coded {
        /** The creator looks at it. */
        OPEN,
        /** The creator answers with words. */
        REPLY,
        /** The creator takes part. */
        ACCEPT,
        /** The creator does not take part. */
        DECLINE,
        /** The team takes it back. */
        WITHDRAW,
        /** Its time runs out. */
        EXPIRE,
        /** The program brings it to mind. */
        REMIND,
        /** Its letter was refused at delivery. */
        BOUNCE,
        /** The team has it sent once more, for another full life. */
        RESEND;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of a command. */
    public sealed interface Decision {
        /**
         * It was done.
         *
         * @param next the next version
         */
        record Moved(Invitation next) implements Decision {}

        /** It was done before, and nothing changes: a page is opened twice. */
        record Unchanged() implements Decision {}

        /** It was not done. */
        sealed interface Refused extends Decision {
            /**
             * Where the invitation stands.
             *
             * @return the status that forbids it
             */
            Status status();

            /**
             * What can happen instead.
             *
             * @return the commands, none when it has ended
             */
            Set<Command> allowed();
        }

        /**
         * The creator has decided, and decides once.
         *
         * @param status accepted or declined
         */
        record AlreadyDecided(Status status) implements Refused {
            @Override
            public Set<Command> allowed() {
                return Set.of();
            }
        }

        /** The team has taken it back. */
        record AlreadyWithdrawn() implements Refused {
            @Override
            public Status status() {
                return Status.WITHDRAWN;
            }

            @Override
            public Set<Command> allowed() {
                return Set.of();
            }
        }

        /**
         * Its time has run out, whether that was written down already or not.
         *
         * @param since since when
         */
        record AlreadyExpired(Instant since) implements Refused {
            @Override
            public Status status() {
                return Status.EXPIRED;
            }

            @Override
            public Set<Command> allowed() {
                return Set.of();
            }
        }

        /**
         * It has not ended, but this is not for where it stands.
         *
         * @param status where it stands
         * @param allowed what is
         */
        record NotPossible(Status status, Set<Command> allowed) implements Refused {
            /** Copies the commands. */
            public NotPossible {
                allowed = Set.copyOf(allowed);
            }
        }

        /**
         * It is too early for it.
         *
         * @param status where it stands
         * @param due when it is time; empty for never
         * @param allowed what is possible
         */
        record NotDue(Status status, Optional<Instant> due, Set<Command> allowed) implements Refused {
            /** Copies the commands. */
            public NotDue {
                allowed = Set.copyOf(allowed);
            }
        }
    }

    /** From where to where, by what. What is not in it does not happen; who ended has no row. */
    private static final Map<Status, Map<Command, Status>> TABLE = table();

    private static Map<Status, Map<Command, Status>> table() {
        Map<Command, Status> opened = new EnumMap<>(Map.of(Command.OPEN, Status.OPENED, Command.REPLY, Status.REPLIED, Command.ACCEPT,
                Status.ACCEPTED, Command.DECLINE, Status.DECLINED, Command.WITHDRAW, Status.WITHDRAWN, Command.EXPIRE, Status.EXPIRED,
                Command.REMIND, Status.OPENED, Command.RESEND, Status.OPENED));
        Map<Command, Status> sent = new EnumMap<>(opened);
        sent.putAll(Map.of(Command.REMIND, Status.SENT, Command.RESEND, Status.SENT, Command.BOUNCE, Status.BOUNCED));
        Map<Command, Status> replied = new EnumMap<>(opened);
        replied.putAll(Map.of(Command.OPEN, Status.REPLIED, Command.RESEND, Status.REPLIED));
        replied.remove(Command.REMIND); // who wrote waits for the team
        Map<Command, Status> bounced = new EnumMap<>(opened); // who answers has a letter after all: an earlier one, or one that was let through
        bounced.put(Command.RESEND, Status.SENT);
        bounced.remove(Command.REMIND);
        return new EnumMap<>(Map.of(Status.SENT, sent, Status.OPENED, opened, Status.REPLIED, replied, Status.BOUNCED, bounced));
    }

    /** Checks that nothing is missing. */
    public Invitation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(creatorOwner, "creatorOwner");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(invitedBy, "invitedBy");
        Objects.requireNonNull(createdAt, "createdAt");
        if (version < 1 || reminders < 0) {
            throw new IllegalArgumentException("versions begin at 1, and nothing is counted below 0");
        }
        if (status.isOpen() == endedAt.isPresent()) {
            throw new IllegalArgumentException("what ended has a time: " + status);
        }
    }

    /**
     * Whom, and into what.
     *
     * @param campaign into which campaign
     * @param creator whom
     * @param creatorOwner whose record the creator is
     * @param email where the letter goes
     */
    public record Invitee(CampaignId campaign, CreatorId creator, TeamId creatorOwner, String email) {
        /** Does not say where to. */
        @Override
        public String toString() {
            return "Invitee[" + creator + "]";
        }
    }

    /**
     * A new invitation.
     *
     * @param id its id
     * @param team whose invitation
     * @param invitee whom, and into what
     * @param wording what is written
     * @param terms how long it waits
     * @param invitedBy the label of the actor
     * @param now the time
     * @return version 1, sent
     */
    public static Invitation begin(
            InvitationId id, TeamId team, Invitee invitee, Wording wording, InvitationTerms terms, String invitedBy, Instant now) {
        return new Invitation(id, team, 1, invitee.campaign(), invitee.creator(), invitee.creatorOwner(), invitee.email(), wording, terms,
                Status.SENT, now, now.plus(terms.life()), 0, reminder(terms, now, 0), Optional.empty(), Optional.empty(), Optional.empty(),
                invitedBy, now);
    }

    /**
     * Lets something happen to it.
     *
     * @param command what
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision decide(Command command, Instant now) {
        return switch (status) {
            case ACCEPTED, DECLINED -> new Decision.AlreadyDecided(status);
            case WITHDRAWN -> new Decision.AlreadyWithdrawn();
            case EXPIRED -> new Decision.AlreadyExpired(expiresAt);
            case SENT, OPENED, REPLIED, BOUNCED -> decideOpen(command, now);
        };
    }

    /**
     * Has it sent once more.
     *
     * @param newEmail where to
     * @param now the time
     * @return the next version, or why there is none
     */
    public Decision resend(String newEmail, Instant now) {
        return switch (decide(Command.RESEND, now)) {
            case Decision.Moved(Invitation next) -> new Decision.Moved(next.to(newEmail));
            case Decision.Unchanged unchanged -> unchanged;
            case Decision.Refused refused -> refused;
        };
    }

    private Decision decideOpen(Command command, Instant now) {
        Map<Command, Status> row = TABLE.get(status);
        if (command == Command.EXPIRE && now.isBefore(expiresAt)) {
            return new Decision.NotDue(status, Optional.of(expiresAt), row.keySet());
        }
        if (command != Command.EXPIRE && !now.isBefore(expiresAt)) {
            return new Decision.AlreadyExpired(expiresAt);
        }
        if (!row.containsKey(command)) {
            return new Decision.NotPossible(status, row.keySet());
        }
        if (command == Command.REMIND && remindAt.filter(due -> !now.isBefore(due)).isEmpty()) {
            return new Decision.NotDue(status, remindAt, row.keySet());
        }
        Status next = row.get(command);
        if (command == Command.OPEN && next == status) {
            return new Decision.Unchanged();
        }
        return new Decision.Moved(moved(command, next, now));
    }

    private Invitation moved(Command command, Status next, Instant now) {
        boolean anew = command == Command.RESEND;
        int reminded = anew ? 0 : reminders + (command == Command.REMIND ? 1 : 0);
        Instant begun = anew ? now : sentAt;
        Optional<Instant> due = switch (command) {
            case RESEND -> next == Status.REPLIED ? Optional.empty() : reminder(terms, begun, 0);
            case REMIND -> reminder(terms, begun, reminded).map(at -> latest(at, now.plus(BETWEEN_REMINDERS)));
            case OPEN -> remindAt;
            case REPLY, ACCEPT, DECLINE, WITHDRAW, EXPIRE, BOUNCE -> Optional.empty();
        };
        boolean seen = EnumSet.of(Command.OPEN, Command.REPLY, Command.ACCEPT, Command.DECLINE).contains(command);
        return new Invitation(id, team, version + 1, campaign, creator, creatorOwner, email, wording, terms, next, begun,
                anew ? now.plus(terms.life()) : expiresAt, reminded, due, openedAt.or(() -> seen ? Optional.of(now) : Optional.empty()),
                command == Command.REPLY ? Optional.of(now) : repliedAt, next.isOpen() ? Optional.empty() : Optional.of(now), invitedBy, createdAt);
    }

    private Invitation to(String newEmail) {
        return new Invitation(id, team, version, campaign, creator, creatorOwner, newEmail, wording, terms, status, sentAt, expiresAt, reminders,
                remindAt, openedAt, repliedAt, endedAt, invitedBy, createdAt);
    }

    private static Optional<Instant> reminder(InvitationTerms terms, Instant sentAt, int written) {
        return written < terms.remindAfterDays().size()
                ? Optional.of(sentAt.plus(Duration.ofDays(terms.remindAfterDays().get(written))))
                : Optional.empty();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * When something is to be done about it without anybody asking.
     *
     * @return the next reminder or the end, whichever is first; empty once it ended
     */
    public Optional<Instant> dueAt() {
        if (!status.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(remindAt.filter(due -> due.isBefore(expiresAt)).orElse(expiresAt));
    }

    /**
     * What is to be done about it when it is due.
     *
     * @param now the time
     * @return expire, remind, or nothing yet
     */
    public Optional<Command> due(Instant now) {
        if (!status.isOpen()) {
            return Optional.empty();
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of(Command.EXPIRE);
        }
        return remindAt.filter(due -> !now.isBefore(due)).map(due -> Command.REMIND);
    }

    /**
     * What the audit log shows of it, among the fields of its campaign.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "invitations." + id;
        return Traits.NONE.with(place + ".creator", creator).with(place + ".status", status).with(place + ".expires_at", expiresAt)
                .with(place + ".reminders", reminders == 0 ? Optional.empty() : Optional.of(reminders)).withheld(place + ".email", email);
    }

    /** Names nobody: what is printed may end in a log. */
    @Override
    public String toString() {
        return "Invitation[" + id + " version " + version + " " + status.code() + "]";
    }
}
