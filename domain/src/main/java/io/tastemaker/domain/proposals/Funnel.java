package io.tastemaker.domain.proposals;

import io.tastemaker.domain.outreach.InvitationMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far those who were invited to a proposal came, over all its versions. Each number says on how many rows it rests.
 *
 * @param opened of the invitations: those that were looked at
 * @param applied of the invitations: those by which somebody applied
 * @param approved of the invitations: those whose invited approved
 * @param refused of the invitations: those whose invited declined
 * @param shortlisted of the applications: those that were shortlisted once
 * @param accepted of the applications: those that were accepted
 * @param declined of the applications: those that were declined
 * @param messages of the messages: those of each side
 * @param deliverables of the deliverables: those in each state
 * @param untilOpened from the letter until it was looked at
 * @param untilApplied from the first look until the application
 * @param untilDecided from the application until it was accepted or declined
 * @param untilAnswered from the letter until the invited approved or declined
 */
public record Funnel(
        Share opened,
        Share applied,
        Share approved,
        Share refused,
        Share shortlisted,
        Share accepted,
        Share declined,
        Map<InvitationMessage.Side, Share> messages,
        Map<ProposalDeliverable.State, Share> deliverables,
        Span untilOpened,
        Span untilApplied,
        Span untilDecided,
        Span untilAnswered) {

    /**
     * How many of how many.
     *
     * @param count how many
     * @param of of how many rows
     */
    public record Share(int count, int of) {
        static <T> Share of(List<T> rows, Predicate<T> wanted) {
            return new Share((int) rows.stream().filter(wanted).count(), rows.size());
        }
    }

    /**
     * A time between two steps.
     *
     * @param median the middle one, the earlier of two; empty when nobody took both steps
     * @param of how many took both
     */
    public record Span(Optional<Duration> median, int of) {
        static <T> Span of(List<T> rows, Function<T, Optional<Instant>> from, Function<T, Optional<Instant>> to) {
            List<Duration> times = rows.stream().flatMap(row -> between(from.apply(row), to.apply(row))).sorted().toList();
            return new Span(times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2)), times.size());
        }

        private static Stream<Duration> between(Optional<Instant> from, Optional<Instant> to) {
            return from.flatMap(begin -> to.map(end -> Duration.between(begin, end))).stream();
        }
    }

    /** Copies the maps. */
    public Funnel {
        messages = Map.copyOf(messages);
        deliverables = Map.copyOf(deliverables);
    }

    /**
     * Counts.
     *
     * @param invitations all of a proposal
     * @param applications all of a proposal
     * @param written how many messages each side wrote; a side that wrote nothing need not be there
     * @param deliverables all of a proposal
     * @return its funnel
     */
    public static Funnel of(List<ProposalInvitation> invitations, List<Application> applications, Map<InvitationMessage.Side, Integer> written,
            List<ProposalDeliverable> deliverables) {
        int all = written.values().stream().mapToInt(Integer::intValue).sum();
        Map<InvitationMessage.Side, Share> sides = new EnumMap<>(InvitationMessage.Side.class);
        for (InvitationMessage.Side side : InvitationMessage.Side.values()) {
            sides.put(side, new Share(written.getOrDefault(side, 0), all));
        }
        Map<ProposalDeliverable.State, Share> states = new EnumMap<>(ProposalDeliverable.State.class);
        for (ProposalDeliverable.State state : ProposalDeliverable.State.values()) {
            states.put(state, Share.of(deliverables, deliverable -> deliverable.state() == state));
        }
        return new Funnel(
                Share.of(invitations, invitation -> invitation.openedAt().isPresent()),
                Share.of(invitations, invitation -> invitation.appliedAt().isPresent()),
                Share.of(invitations, answered(ProposalInvitation.Status.APPROVED)),
                Share.of(invitations, answered(ProposalInvitation.Status.DECLINED)),
                Share.of(applications, application -> application.shortlistedAt().isPresent()),
                Share.of(applications, application -> application.status() == Application.Status.ACCEPTED),
                Share.of(applications, application -> application.status() == Application.Status.DECLINED),
                sides,
                states,
                Span.of(invitations, invitation -> Optional.of(invitation.sentAt()), ProposalInvitation::openedAt),
                Span.of(invitations, ProposalInvitation::openedAt, ProposalInvitation::appliedAt),
                Span.of(applications, application -> Optional.of(application.submittedAt()), Application::decidedAt),
                Span.of(invitations, invitation -> Optional.of(invitation.sentAt()),
                        invitation -> invitation.answer().map(ProposalInvitation.Answer::at)));
    }

    private static Predicate<ProposalInvitation> answered(ProposalInvitation.Status status) {
        return invitation -> invitation.answer().filter(answer -> answer.status() == status).isPresent();
    }
}
