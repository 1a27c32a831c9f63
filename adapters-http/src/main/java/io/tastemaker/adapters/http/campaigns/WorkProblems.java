package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.campaigns.Campaign;
import java.util.List;

/** What the work of a campaign is refused with, whatever the work. */
final class WorkProblems {

    private WorkProblems() {}

    static Problem closed(Campaign.Status status) {
        return Problem.conflict("The campaign is " + status.code() + "; nobody works in it any more.", status.code(), List.of());
    }

    static Problem tooMany(String what, int most) {
        return Problem.of(ProblemCode.LIMIT_REACHED, "There can be " + most + " " + what + ".").with("most", most);
    }

    /** A text that says something: blanks alone do not. */
    static String said(String pointer, String text) {
        if (text.isBlank()) {
            throw Problem.invalid(pointer, "must not be blank").asException();
        }
        return text.strip();
    }

    static Problem notShortlisted() {
        return Problem.invalid("#/creator_id", "is not on the shortlist of the campaign");
    }
}
