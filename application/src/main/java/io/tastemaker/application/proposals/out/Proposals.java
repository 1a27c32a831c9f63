package io.tastemaker.application.proposals.out;

import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.Optional;

/** A team's proposals with all their versions. Runs inside a transaction of the caller. */
public interface Proposals {

    /**
     * Adds a proposal.
     *
     * @param proposal version 1
     * @param version the same as its first version
     */
    void add(Proposal proposal, ProposalVersion version);

    /**
     * Finds a proposal.
     *
     * @param id the id
     * @return the proposal, or empty
     */
    Optional<Proposal> find(ProposalId id);

    /**
     * Finds a proposal, of which nobody else writes anything until the transaction of the caller ends.
     *
     * @param id the id
     * @return the proposal, or empty
     */
    Optional<Proposal> hold(ProposalId id);

    /**
     * Replaces a proposal and keeps its version, unless somebody else was faster.
     *
     * @param proposal the next version
     * @param version the same as a version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Proposal proposal, ProposalVersion version);

    /**
     * Removes a proposal with its versions, unless somebody changed it.
     *
     * @param proposal as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Proposal proposal);

    /**
     * The team's proposals, the newest first.
     *
     * @param status only this status, empty for all
     * @param page which page
     * @return the proposals
     */
    Page<Proposal> list(Optional<Proposal.Status> status, PageRequest page);

    /**
     * How many proposals the team has.
     *
     * @return 0 or more
     */
    int count();

    /**
     * The versions of a proposal, the newest first.
     *
     * @param id the proposal
     * @param page which page
     * @return the versions
     */
    Page<ProposalVersion> versions(ProposalId id, PageRequest page);

    /**
     * Finds a version.
     *
     * @param id the proposal
     * @param number which version
     * @return the version, or empty
     */
    Optional<ProposalVersion> version(ProposalId id, long number);
}
