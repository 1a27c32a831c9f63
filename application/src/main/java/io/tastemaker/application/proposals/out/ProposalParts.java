package io.tastemaker.application.proposals.out;

import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What hangs on the proposals of a team, of one kind: invitations, applications, collaborators or deliverables. It goes with its proposal. Runs inside
 * a transaction of the caller, who holds the proposal before it writes ({@link Proposals#hold}).
 *
 * @param <T> what it keeps
 */
public interface ProposalParts<T> {

    /**
     * Adds one.
     *
     * @param part a new one, of a proposal of the bound team
     */
    void add(T part);

    /**
     * Replaces one.
     *
     * @param part the same as it is from now on
     */
    void replace(T part);

    /**
     * Removes one.
     *
     * @param part as it was found
     */
    void remove(T part);

    /**
     * Finds one.
     *
     * @param proposal of which proposal
     * @param id which
     * @return the part, or empty
     */
    Optional<T> find(ProposalId proposal, UUID id);

    /**
     * Those of a proposal, the newest first.
     *
     * @param proposal which proposal
     * @param page which page
     * @return the parts
     */
    Page<T> list(ProposalId proposal, PageRequest page);

    /**
     * All of a proposal; there are bounds to how many.
     *
     * @param proposal which proposal
     * @return the parts, the newest first
     */
    List<T> all(ProposalId proposal);

    /**
     * How many a proposal has.
     *
     * @param proposal which proposal
     * @return 0 or more
     */
    int count(ProposalId proposal);
}
