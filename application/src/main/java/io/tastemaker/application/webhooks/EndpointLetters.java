package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.webhooks.Endpoint;
import java.util.Locale;

/** What is written to people about endpoints. The address of the endpoint is not in it: people put secrets into addresses. */
final class EndpointLetters {

    private final PublicUrl publicUrl;

    EndpointLetters(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    Letter disabled(EmailAddress to, Endpoint endpoint, Endpoint.Reason reason) {
        String why = switch (reason) {
            case FAILING -> "It has failed " + endpoint.streak().failures() + " times in a row, for more than a day.";
            case GONE -> "It answered that it is gone for good (410).";
            case BY_TEAM -> "Somebody of the team disabled it.";
        };
        String name = endpoint.aim().description().isBlank() ? endpoint.id().toString()
                : endpoint.aim().description().replaceAll("\\p{Cntrl}", " ") + " (" + endpoint.id() + ")";
        return new Letter(to.value(), "A webhook endpoint was disabled", String.format(Locale.ROOT, """
                No more events are sent to the webhook endpoint %s.

                %s

                What happens from now on is not sent to it, also not later. When it works again, enable it with
                PATCH %s/api/v1/webhook-endpoints/%s and {"enabled": true}. What it missed before is listed there
                under /deliveries, and can be sent again from there.
                """, name, why, publicUrl.origin(), endpoint.id()));
    }
}
