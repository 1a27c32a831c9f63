package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.ProposalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A proposal as it was after one step; it never changes.
 *
 * @param proposal which proposal
 * @param number 1 for the first
 * @param step what was done
 * @param status where the proposal stood then
 * @param terms what it offered then
 * @param reason why, in the words of whoever took the step, at most 2,000 characters; blank for nothing
 * @param by the label of who took the step
 * @param at when
 */
public record ProposalVersion(
        ProposalId proposal,
        long number,
        Proposal.Step step,
        Proposal.Status status,
        Terms terms,
        String reason,
        String by,
        Instant at) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 2_000;

    /** Checks the reason and that nothing is missing. */
    public ProposalVersion {
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (number < 1 || Characters.count(reason) > LONGEST_REASON) {
            throw new IllegalArgumentException("versions begin at 1, and a reason has at most 2,000 characters");
        }
    }

    /**
     * The version that a step made.
     *
     * @param after the proposal after it
     * @param step what was done
     * @param reason why
     * @param by the label of who took it
     * @return the version
     */
    public static ProposalVersion of(Proposal after, Proposal.Step step, String reason, String by) {
        return new ProposalVersion(after.id(), after.version(), step, after.status(), after.terms(), reason, by, after.updatedAt());
    }

    /**
     * What differs between this version and another.
     *
     * @param later the other version
     * @return one entry for each member that differs, the status first
     */
    public List<Change> differences(ProposalVersion later) {
        List<Change> differences = new ArrayList<>();
        if (status != later.status()) {
            differences.add(new Change("status", Optional.of(status.code()), Optional.of(later.status().code())));
        }
        differences.addAll(terms.differences(later.terms()));
        return List.copyOf(differences);
    }
}
