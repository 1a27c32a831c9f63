package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.APPLICATION;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.KnownCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Applications in PostgreSQL. */
public final class JooqApplications extends JooqProposalParts<Application> {

    public JooqApplications(JooqTransactions transactions) {
        super(transactions, new Columns(APPLICATION, APPLICATION.TEAM_ID, APPLICATION.ID, APPLICATION.PROPOSAL_ID, APPLICATION.CREATED_AT),
                application -> application.id().value(), Application::submittedAt);
    }

    @Override
    Map<Field<?>, Object> values(Application application) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(APPLICATION.ID, application.id());
        values.put(APPLICATION.PROPOSAL_ID, application.proposal());
        values.put(APPLICATION.VERSION, application.version());
        values.put(APPLICATION.INVITATION_ID, application.invitation().orElse(null));
        values.put(APPLICATION.CREATOR_TEAM_ID, application.applicant().creator().map(KnownCreator::owner).orElse(null));
        values.put(APPLICATION.CREATOR_ID, application.applicant().creator().map(KnownCreator::id).orElse(null));
        values.put(APPLICATION.EMAIL, application.applicant().email().orElse(null));
        values.put(APPLICATION.PITCH, application.pitch());
        values.put(APPLICATION.STATUS, application.status());
        values.put(APPLICATION.REASON, application.reason().orElse(null));
        values.put(APPLICATION.ENTERED_BY, application.enteredBy());
        values.put(APPLICATION.CREATED_AT, application.submittedAt());
        values.put(APPLICATION.SHORTLISTED_AT, application.shortlistedAt().orElse(null));
        values.put(APPLICATION.DECIDED_AT, application.decidedAt().orElse(null));
        return values;
    }

    @Override
    Application part(Record row) {
        return new Application(row.get(APPLICATION.ID), row.get(APPLICATION.PROPOSAL_ID), row.get(APPLICATION.VERSION),
                Optional.ofNullable(row.get(APPLICATION.INVITATION_ID)),
                new Application.Applicant(creator(row.get(APPLICATION.CREATOR_TEAM_ID), row.get(APPLICATION.CREATOR_ID)),
                        Optional.ofNullable(row.get(APPLICATION.EMAIL))),
                row.get(APPLICATION.PITCH), row.get(APPLICATION.STATUS), Optional.ofNullable(row.get(APPLICATION.REASON)), row.get(APPLICATION.ENTERED_BY),
                row.get(APPLICATION.CREATED_AT), Optional.ofNullable(row.get(APPLICATION.SHORTLISTED_AT)),
                Optional.ofNullable(row.get(APPLICATION.DECIDED_AT)));
    }
}
