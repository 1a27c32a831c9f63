package io.tastemaker.application.lists.out;

import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** A team's templates for lists. Runs inside a transaction of the caller. */
public interface ListTemplates {

    /**
     * Adds a template.
     *
     * @param template version 1
     */
    void add(ListTemplate template);

    /**
     * Finds a template.
     *
     * @param id the id
     * @return the template, or empty
     */
    Optional<ListTemplate> find(ListTemplateId id);

    /**
     * Replaces a template, unless somebody else was faster.
     *
     * @param template the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(ListTemplate template);

    /**
     * Removes a template, unless somebody changed it.
     *
     * @param template as it was found
     * @return false when the stored version is another
     */
    boolean remove(ListTemplate template);

    /**
     * The team's templates, the newest first.
     *
     * @param page which page
     * @return the templates
     */
    Page<ListTemplate> list(PageRequest page);

    /**
     * How many templates the team has.
     *
     * @return 0 or more
     */
    int count();
}
