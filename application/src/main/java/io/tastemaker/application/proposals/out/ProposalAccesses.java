package io.tastemaker.application.proposals.out;

import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** To which teams proposals are open. Runs inside a transaction of the caller, but for {@link #list}. */
public interface ProposalAccesses {

    /**
     * Finds out whether they are open to the bound team.
     *
     * @return since when and by whom, empty when they are not
     */
    Optional<ProposalAccess> find();

    /**
     * Opens them to the bound team, unless they are.
     *
     * @param access of the bound team
     * @return false when they were open before, and then nothing was written
     */
    boolean add(ProposalAccess access);

    /**
     * Closes them to the bound team.
     *
     * @return false when they were not open
     */
    boolean remove();

    /**
     * All teams to which they are open, the newest first. Works across teams, in a transaction of its own.
     *
     * @param page which page
     * @return one for each team
     */
    Page<ProposalAccess> list(PageRequest page);
}
