package io.tastemaker.application.proposals.out;

import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalTemplateId;
import java.util.Optional;

/** A team's templates for proposals. Runs inside a transaction of the caller. */
public interface ProposalTemplates {

    /**
     * Adds a template.
     *
     * @param template version 1
     */
    void add(ProposalTemplate template);

    /**
     * Finds a template.
     *
     * @param id the id
     * @return the template, or empty
     */
    Optional<ProposalTemplate> find(ProposalTemplateId id);

    /**
     * Replaces a template, unless somebody else was faster.
     *
     * @param template the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(ProposalTemplate template);

    /**
     * Removes a template, unless somebody changed it.
     *
     * @param template as it was found
     * @return false when the stored version is another
     */
    boolean remove(ProposalTemplate template);

    /**
     * The team's templates, the newest first.
     *
     * @param page which page
     * @return the templates
     */
    Page<ProposalTemplate> list(PageRequest page);

    /**
     * How many templates the team has.
     *
     * @return 0 or more
     */
    int count();
}
