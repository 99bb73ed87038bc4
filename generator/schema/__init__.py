"""What a partner may write in support.yml: the models that travel, the manual and the JSON Schema in one."""

from generator.schema.base import GROUPS, Day, Model, Text
from generator.schema.channels import AnswerLanguage, Channel, Chat, Email, Messenger, Phone, Portal, Postal, Remote
from generator.schema.company import Company, Provider, Service, SupportModel
from generator.schema.money import Billing, Collections, Plan, PlanTarget, Renewals, Stage
from generator.schema.price import Price
from generator.schema.promise import (
    Escalation,
    Intake,
    InternalTier,
    MicrosoftEscalation,
    MicrosoftTarget,
    OutOfHours,
    Scope,
    Severity,
    Sla,
    Span,
    Target,
)
from generator.schema.root import SupportConfig
from generator.schema.site import Content, Site, StatusLinks
from generator.schema.time import DateException, Holiday, Holidays, Schedule, TimeRange
from generator.schema.trust import Access, Feedback, Legal, Maintenance, Privacy, Security, Training

__all__ = [
    "GROUPS",
    "Access",
    "AnswerLanguage",
    "Billing",
    "Channel",
    "Chat",
    "Collections",
    "Company",
    "Content",
    "DateException",
    "Day",
    "Email",
    "Escalation",
    "Feedback",
    "Holiday",
    "Holidays",
    "Intake",
    "InternalTier",
    "Legal",
    "Maintenance",
    "Messenger",
    "MicrosoftEscalation",
    "MicrosoftTarget",
    "Model",
    "OutOfHours",
    "Phone",
    "Plan",
    "PlanTarget",
    "Portal",
    "Postal",
    "Price",
    "Privacy",
    "Provider",
    "Remote",
    "Renewals",
    "Schedule",
    "Scope",
    "Security",
    "Service",
    "Severity",
    "Site",
    "Sla",
    "Span",
    "Stage",
    "StatusLinks",
    "SupportConfig",
    "SupportModel",
    "Target",
    "Text",
    "TimeRange",
    "Training",
]
