package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.outreach.Wording;

/**
 * What a creator would read.
 *
 * @param subject the line above
 * @param body the text, with a link that leads nowhere
 */
record LetterJson(String subject, @About("With a link that leads nowhere") String body) {

    static LetterJson of(Wording.Written written) {
        return new LetterJson(written.subject(), written.body());
    }
}
