package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What somebody subscribes to. */
record Order(String customer, ObjectNode price, long quantity, Optional<Long> trialDays, String withoutCard, ObjectNode metadata,
        Optional<Discount> discount, String session) {}
