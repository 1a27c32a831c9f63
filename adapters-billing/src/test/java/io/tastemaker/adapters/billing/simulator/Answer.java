package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a request is answered with. */
record Answer(int status, ObjectNode body) {}
