package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.webhooks.Endpoint;

/** What use cases of endpoints have in common; steps inside their transactions. */
final class EndpointKeeper {

    private EndpointKeeper() {}

    static Subject subject(EndpointId id) {
        return Subject.of("webhook_endpoint", id);
    }

    /** Says in the audit log that an endpoint became what it is now. */
    static void tellChange(Transactions transactions, Endpoint before, Endpoint after) {
        transactions.about(subject(after.id()), before.traits().changesTo(after.traits()));
    }

    static Endpoint get(Endpoints endpoints, EndpointId id) {
        return endpoints.find(id).orElseThrow(Refusal.NotFound::new);
    }
}
