from datetime import datetime

from sqlalchemy import Column, DateTime, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Delivery(Base):
    __tablename__ = "deliveries"

    id = Column(Integer, primary_key=True)
    conversation_id = Column(String(64), nullable=False)
    message_id = Column(String(64), nullable=False)
    sent_at = Column(DateTime, default=datetime.now, nullable=False)  # !CL201
