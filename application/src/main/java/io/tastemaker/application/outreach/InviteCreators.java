package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.MoveShortlisted;
import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Invites creators of a shortlist into a campaign that runs: all of them, or none when one cannot be. Their letters leave with the transaction
 * that makes the invitations.
 */
public final class InviteCreators {

    /** How many creators one call may invite. */
    public static final int MOST = 500;

    private static final int MOST_TRIES = 3;

    private final Transactions transactions;
    private final Invitations invitations;
    private final MessageTemplates templates;
    private final Events events;
    private final SeeShortlisted seeShortlisted;
    private final MoveShortlisted moveShortlisted;
    private final ShowCreators showCreators;
    private final Addresses addresses;
    private final Writing writing;
    private final Ids ids;
    private final InstantSource clock;

    InviteCreators(Transactions transactions, Invitations invitations, MessageTemplates templates, Events events, SeeShortlisted seeShortlisted,
            MoveShortlisted moveShortlisted, ShowCreators showCreators, Addresses addresses, Writing writing, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.templates = templates;
        this.events = events;
        this.seeShortlisted = seeShortlisted;
        this.moveShortlisted = moveShortlisted;
        this.showCreators = showCreators;
        this.addresses = addresses;
        this.writing = writing;
        this.ids = ids;
        this.clock = clock;
    }

    /** With which words. */
    public sealed interface Words {
        /** Those that came with the program. */
        record Usual() implements Words {}

        /**
         * Those of a template.
         *
         * @param id which
         */
        record Template(MessageTemplateId id) implements Words {}

        /**
         * Words for this time only.
         *
         * @param wording the words
         */
        record Own(Wording wording) implements Words {}
    }

    /**
     * What is wanted.
     *
     * @param actor who invites
     * @param campaign into which campaign
     * @param creators 1 to {@link #MOST} creators; one who is named twice is invited once
     * @param words with which words
     * @param terms how long the invitations wait
     * @param dryRun whether only to say what would be
     */
    public record Command(
            Actor actor, CampaignId campaign, List<CreatorId> creators, Words words, InvitationTerms terms, boolean dryRun) {
        /** Copies the creators. */
        public Command {
            creators = List.copyOf(creators);
        }
    }

    /** Why a creator cannot be invited. */
    public enum Obstacle implements Coded {
        /** Not on the campaign's shortlist. */
        NOT_SHORTLISTED,
        /** Takes part already. */
        TAKES_PART,
        /** The address is not unlocked. */
        EMAIL_LOCKED,
        /** Nobody knows an address that can be written to. */
        NO_EMAIL,
        /** Has an invitation that is open or was accepted. */
        INVITED_BEFORE,
        /** Said no to this campaign. */
        DECLINED_BEFORE,
        /** Asked never to be written to again. */
        WANTS_NO_MAIL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * All of them are invited, and their letters are on their way.
         *
         * @param invitations in the order of the creators
         */
        record Invited(List<Invitation> invitations) implements Outcome {}

        /**
         * They would be; nothing was done.
         *
         * @param count how many
         * @param first what the first of them would read
         */
        record Foreseen(int count, Wording.Written first) implements Outcome {}

        /**
         * Nobody was invited: some of them cannot be.
         *
         * @param obstacles what stands in the way of whom, in the order of the creators
         */
        record Hindered(SequencedMap<CreatorId, Set<Obstacle>> obstacles) implements Outcome {
            /** Copies the map. */
            public Hindered {
                obstacles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(obstacles));
            }
        }

        /**
         * Nobody was invited: the campaign does not run.
         *
         * @param status where it stands
         */
        record NotRunning(Campaign.Status status) implements Outcome {}

        /** There is no such template. */
        record UnknownTemplate() implements Outcome {}
    }

    private sealed interface Check {
        record Fit(Campaign campaign, Wording wording) implements Check {}

        record Unfit(Outcome why) implements Check {}
    }

    /** What is known before the transaction. */
    private record Known(Map<CreatorId, Creator> creators, Set<CreatorId> open, Writing.Sender sender) {}

    /** Somebody else invited one of them in this moment; who looks again sees it. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Invites them.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        SequencedSet<CreatorId> wanted = new LinkedHashSet<>(command.creators());
        Map<CreatorId, Creator> creators = showCreators.handle(new ShowCreators.Query(actor, wanted)).stream()
                .collect(Collectors.toMap(Creator::id, creator -> creator));
        Known known = new Known(creators, addresses.open(actor, creators.values()), writing.sender(actor.team()));
        return command.dryRun() ? foresee(command, wanted, known) : invite(command, wanted, known);
    }

    private Outcome foresee(Command command, SequencedSet<CreatorId> wanted, Known known) {
        return transactions.reading(command.actor(), () -> switch (check(command, wanted, known)) {
            case Check.Fit(Campaign campaign, Wording wording) -> new Outcome.Foreseen(wanted.size(), writing.preview(known.sender(), campaign,
                    known.creators().get(wanted.getFirst()), wording, clock.instant().plus(command.terms().life())));
            case Check.Unfit(Outcome why) -> why;
        });
    }

    private Outcome invite(Command command, SequencedSet<CreatorId> wanted, Known known) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.inTransaction(command.actor(), "campaign.invite", () -> switch (check(command, wanted, known)) {
                    case Check.Fit(Campaign campaign, Wording wording) -> invited(command, wanted, known, campaign, wording);
                    case Check.Unfit(Outcome why) -> {
                        transactions.refused(Subject.of("campaign", command.campaign()));
                        yield why;
                    }
                });
            } catch (Overtaken overtaken) {
                if (attempt == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private Check check(Command command, SequencedSet<CreatorId> wanted, Known known) {
        SeeShortlisted.Seen seen = seeShortlisted.handle(new SeeShortlisted.Query(command.actor(), command.campaign(), wanted));
        if (seen.campaign().status() != Campaign.Status.ACTIVE) {
            return new Check.Unfit(new Outcome.NotRunning(seen.campaign().status()));
        }
        Optional<Wording> wording = wording(command.words());
        if (wording.isEmpty()) {
            return new Check.Unfit(new Outcome.UnknownTemplate());
        }
        SequencedMap<CreatorId, Set<Obstacle>> obstacles = obstacles(wanted, known, seen);
        return obstacles.isEmpty() ? new Check.Fit(seen.campaign(), wording.get()) : new Check.Unfit(new Outcome.Hindered(obstacles));
    }

    private Optional<Wording> wording(Words words) {
        return switch (words) {
            case Words.Usual() -> templates.usual().map(MessageTemplate::wording);
            case Words.Template(MessageTemplateId id) -> templates.find(id).map(MessageTemplate::wording);
            case Words.Own(Wording wording) -> Optional.of(wording);
        };
    }

    private SequencedMap<CreatorId, Set<Obstacle>> obstacles(SequencedSet<CreatorId> wanted, Known known, SeeShortlisted.Seen seen) {
        Map<CreatorId, Invitation> before = invitations.latest(seen.campaign().id(), wanted);
        Set<String> suppressed = addresses.suppressed(known.creators().values().stream().flatMap(creator -> Addresses.of(creator).stream()).toList());
        SequencedMap<CreatorId, Set<Obstacle>> all = new LinkedHashMap<>();
        for (CreatorId id : wanted) {
            Optional<ShortlistEntry> entry = Optional.ofNullable(seen.entries().get(id));
            Optional<Creator> creator = Optional.ofNullable(known.creators().get(id));
            Set<Obstacle> own = entry.isEmpty() || creator.isEmpty()
                    ? EnumSet.of(Obstacle.NOT_SHORTLISTED)
                    : obstacles(entry.get(), creator.get(), known.open().contains(id), suppressed);
            Optional.ofNullable(before.get(id)).flatMap(InviteCreators::obstacle).ifPresent(own::add);
            if (!own.isEmpty()) {
                all.put(id, Collections.unmodifiableSet(own));
            }
        }
        return all;
    }

    private static Set<Obstacle> obstacles(ShortlistEntry entry, Creator creator, boolean open, Set<String> suppressed) {
        Set<Obstacle> own = EnumSet.noneOf(Obstacle.class);
        if (entry.status() == ShortlistEntry.Status.ACCEPTED || entry.status() == ShortlistEntry.Status.COMPLETED) {
            own.add(Obstacle.TAKES_PART);
        }
        Optional<String> address = Addresses.of(creator);
        if (address.isEmpty()) {
            own.add(Obstacle.NO_EMAIL);
        } else if (!open) {
            own.add(Obstacle.EMAIL_LOCKED);
        }
        if (address.filter(suppressed::contains).isPresent()) {
            own.add(Obstacle.WANTS_NO_MAIL);
        }
        return own;
    }

    private static Optional<Obstacle> obstacle(Invitation before) {
        return switch (before.status()) {
            case SENT, OPENED, REPLIED, BOUNCED, ACCEPTED -> Optional.of(Obstacle.INVITED_BEFORE);
            case DECLINED -> Optional.of(Obstacle.DECLINED_BEFORE);
            case WITHDRAWN, EXPIRED -> Optional.empty();
        };
    }

    private Outcome invited(Command command, SequencedSet<CreatorId> wanted, Known known, Campaign campaign, Wording wording) {
        Actor actor = command.actor();
        TeamId team = campaign.team();
        Instant now = clock.instant();
        List<Invitation> made = wanted.stream().map(known.creators()::get)
                .map(creator -> Invitation.begin(new InvitationId(ids.next()), team,
                        new Invitation.Invitee(campaign.id(), creator.id(), creator.owner(), Addresses.of(creator).orElseThrow()), wording,
                        command.terms(), actor.label(), now))
                .toList();
        if (invitations.add(made).size() < made.size()) {
            throw new Overtaken();
        }
        List<Change> changes = new ArrayList<>();
        for (Invitation invitation : made) {
            writing.invite(known.sender(), campaign, known.creators().get(invitation.creator()), invitation, now);
            events.tell(InvitationSteps.event(Event.Kind.INVITATION_SENT, invitation));
            changes.addAll(invitation.traits().made());
        }
        switch (moveShortlisted.handle(new MoveShortlisted.Command(
                actor, campaign.id(), wanted, Optional.empty(), ShortlistEntry.Status.INVITED))) {
            case MoveShortlisted.Outcome.Moved(List<Change> moved) -> changes.addAll(moved);
        }
        transactions.about(Subject.of("campaign", campaign.id()), changes);
        return new Outcome.Invited(made);
    }
}
