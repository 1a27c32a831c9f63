package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the catalogue of the database whether any object of the schema could show one team's rows to another. */
class TenantTablesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void there_are_tables_to_look_at() {
        List<String> tables = Database.withConnection(DATABASE.database().platform(), sql ->
                names(sql, CatalogueCheck.TERMS + "select name from tenant"));
        assertThat(tables).hasSizeGreaterThan(8).contains("creators.creator", "identity.membership", "operations.audit_entry", "wallets.ledger_entry");
    }

    @ParameterizedTest
    @EnumSource
    void the_catalogue_names_no_offender(CatalogueCheck check) {
        List<String> found = Database.withConnection(DATABASE.database().platform(), sql -> names(sql, check.query()));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_offender_is_found(CatalogueCheck check) {
        List<String> found = DATABASE.asSuperuserInVain(check.plant(), sql -> names(sql, check.query()));
        assertThat(found).contains(check.offender());
    }

    private static List<String> names(DSLContext sql, String query) {
        return sql.fetch(query).getValues(0, String.class);
    }
}
