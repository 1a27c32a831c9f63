package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rule passes because it looked at nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HexagonRulesTest {

    private JavaClasses all;
    private JavaClasses mainOnly;
    private JavaClasses domainOnly;

    @BeforeAll
    void compile(@TempDir Path home) {
        Acme acme = Acme.good(home);
        all = acme.classes();
        mainOnly = new ClassFileImporter().importPath(acme.mainClasses());
        domainOnly = new ClassFileImporter().importPath(acme.mainClasses().resolve("com/acme/domain"));
    }

    @ParameterizedTest
    @EnumSource
    void each_rule_fails_when_a_layer_is_empty(Rule rule) {
        assertThat(faults(Acme.RULES.rule(rule), domainOnly))
                .anySatisfy(fault -> assertThat(fault).contains(rule.name(), "no class in com.acme.application.."))
                .anySatisfy(fault -> assertThat(fault).contains("no class in com.acme.adapters.persistence.."))
                .anySatisfy(fault -> assertThat(fault).contains("no class in com.acme.bootstrap.."));
    }

    @ParameterizedTest
    @EnumSource
    void each_rule_fails_when_the_base_package_is_mistyped(Rule rule) {
        assertThat(faults(HexagonRules.of("com.acmee").rule(rule), all))
                .anySatisfy(fault -> assertThat(fault).contains("no class in com.acmee.domain.."));
    }

    @Test
    void a_mistyped_adapter_is_missed_and_the_real_one_undeclared() {
        assertThat(faults(HexagonRules.of("com.acme").adapters("persistense", "http").rule(Rule.LAYERS_POINT_INWARDS), all))
                .anySatisfy(fault -> assertThat(fault).contains("no class in com.acme.adapters.persistense.."))
                .anySatisfy(fault -> assertThat(fault).contains("StoredOrders belongs to no declared adapter"));
    }

    @Test
    void a_mistyped_optional_layer_is_a_fault() {
        assertThat(faults(HexagonRules.of("com.acme").optional("boostrap").all(), all))
                .anySatisfy(fault -> assertThat(fault).contains("boostrap is declared optional, but is neither"));
    }

    @Test
    void an_optional_layer_may_be_empty() {
        HexagonRules growing = HexagonRules.of("com.acme").optional("application", "adapters", "bootstrap");

        assertThatCode(() -> growing.all().check(domainOnly)).doesNotThrowAnyException();
    }

    @Test
    void a_mistyped_context_is_a_fault_unless_it_is_planned() {
        ContextMap map = ContextMap.kernel("shared").refersTo("shipping", "orders");
        HexagonRules mistyped = HexagonRules.of("com.acme").contextMap(map.uses("shiping", "orders"));
        HexagonRules planned = HexagonRules.of("com.acme").contextMap(map.uses("returns", "orders").planned("returns"));

        assertThat(faults(mistyped.rule(Rule.CONTEXTS_FOLLOW_THE_MAP), all))
                .containsExactly("[CONTEXTS_FOLLOW_THE_MAP] the context map names shiping, which is no context of com.acme");
        assertThatCode(() -> planned.all().check(all)).doesNotThrowAnyException();
    }

    @Test
    void a_circular_map_is_a_fault() {
        ContextMap circular = ContextMap.kernel("shared").uses("shipping", "orders").uses("orders", "shipping");

        assertThat(faults(HexagonRules.of("com.acme").contextMap(circular).rule(Rule.CONTEXTS_FOLLOW_THE_MAP), all))
                .anySatisfy(fault -> assertThat(fault).contains("the declared context map is circular: orders -> shipping -> orders"));
    }

    @Test
    void an_excuse_that_excuses_nothing_is_a_fault() {
        ArchRule rule = HexagonRules.of("com.acme")
                .except(Rule.PORTS_HAVE_CONTRACTS, "com.acme.application.orders.out.Orders", "no longer true")
                .rule(Rule.PORTS_HAVE_CONTRACTS);

        assertThat(faults(rule, all)).containsExactly(
                "[PORTS_HAVE_CONTRACTS] com.acme.application.orders.out.Orders is excused, but breaks nothing");
    }

    @Test
    void an_excused_class_breaks_nothing() {
        HexagonRules rules = HexagonRules.of("com.acme");
        HexagonRules excusing = rules.except(
                Rule.PORTS_HAVE_CONTRACTS, "com.acme.application.orders.out.Orders", "these classes were imported without tests");

        assertThat(faults(rules.all(), mainOnly)).hasSize(1);
        assertThat(faults(excusing.all(), mainOnly)).isEmpty();
    }

    @Test
    void a_rule_that_is_left_out_is_not_checked() {
        assertThatCode(() -> HexagonRules.of("com.acme").allExcept(Rule.PORTS_HAVE_CONTRACTS).check(mainOnly))
                .doesNotThrowAnyException();
    }

    private static List<String> faults(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
