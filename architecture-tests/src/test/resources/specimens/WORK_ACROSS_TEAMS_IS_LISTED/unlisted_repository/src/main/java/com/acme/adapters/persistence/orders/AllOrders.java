// caught: com.acme.adapters.persistence.orders.AllOrders.everybody
package com.acme.adapters.persistence.orders;

import com.acme.adapters.persistence.shared.AcrossTeams;

record AllOrders(AcrossTeams everybody) {}
