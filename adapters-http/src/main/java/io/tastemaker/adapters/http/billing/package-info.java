/** Routes: what teams buy and pay, what the payment provider tells, and how operators look after both. */
package io.tastemaker.adapters.http.billing;
