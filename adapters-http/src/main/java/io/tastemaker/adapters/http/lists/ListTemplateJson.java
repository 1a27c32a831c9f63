package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.lists.ListTemplate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A template for lists.
 *
 * @param id the template
 * @param version as in the ETag
 * @param name its name
 * @param description what a list made from it says at first
 * @param columns what is filled in for each item
 * @param defaultNote the note of an item that is added without one
 * @param criteria who belongs on such a list
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedAt when it last changed
 */
record ListTemplateJson(
        UUID id,
        @About("As in the ETag") long version,
        String name,
        String description,
        List<String> columns,
        String defaultNote,
        String criteria,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    static ListTemplateJson of(ListTemplate template) {
        return new ListTemplateJson(template.id().value(), template.version(), template.name(), template.description(), template.form().columns(),
                template.form().defaultNote(), template.form().criteria(), template.createdBy(), template.createdAt(), template.updatedAt());
    }
}
