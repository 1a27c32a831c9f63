package io.tastemaker.application.outreach.out;

import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** The team's texts, and those that came with the program, which nobody changes. Runs inside a transaction of the caller. */
public interface MessageTemplates {

    /**
     * Adds a template of the bound team.
     *
     * @param template version 1
     */
    void add(MessageTemplate template);

    /**
     * Finds one of the team or one that came with the program.
     *
     * @param id which
     * @return the template, or empty
     */
    Optional<MessageTemplate> find(MessageTemplateId id);

    /**
     * The text that invitations are written with when nobody says otherwise.
     *
     * @return the first that came with the program; empty when none did
     */
    Optional<MessageTemplate> usual();

    /**
     * Replaces a template of the team, unless somebody else was faster.
     *
     * @param template the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(MessageTemplate template);

    /**
     * Removes a template of the team.
     *
     * @param template the version that is removed
     * @return false when the stored version is another one
     */
    boolean remove(MessageTemplate template);

    /**
     * All that the team can use, the newest first.
     *
     * @param page which page
     * @return the templates
     */
    Page<MessageTemplate> list(PageRequest page);
}
