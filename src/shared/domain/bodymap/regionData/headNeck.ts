// Regions of head and neck.
import { midline, paired, type RegionEntry } from './entry.ts'

export const headNeck: readonly RegionEntry[] = [
  midline('head.crown', 'crown of head', 'vertex', ['epicranial-aponeurosis']),
  paired('head.forehead', 'forehead', 'frontal region', [
    'frontalis',
    'procerus',
    'corrugator-supercilii',
    'supraorbital-nerve',
  ]),
  paired('head.temple', 'temple', 'temporal region', ['temporoparietalis', 'temporal-fascia', 'temporalis']),
  paired('head.parietal', 'side of head', 'parietal region', [
    'epicranial-aponeurosis',
    'temporal-fascia',
    'temporalis',
  ]),
  paired('head.orbit', 'eye and brow', 'orbital region', [
    'orbicularis-oculi',
    'corrugator-supercilii',
    'supraorbital-nerve',
  ]),
  midline('head.nose', 'nose', 'nasal region', ['procerus', 'nasalis']),
  paired('head.cheek', 'cheek', 'zygomatic and infraorbital region', [
    'zygomaticus',
    'levator-labii',
    'buccinator',
    'maxillary-sinus',
  ]),
  midline('head.mouth-chin', 'mouth and chin', 'oral and mental region', [
    'orbicularis-oris',
    'depressor-anguli-oris',
    'mentalis',
  ]),
  paired('head.jaw', 'jaw', 'masseteric region and temporomandibular joint', [
    'masseter',
    'temporomandibular-joint',
    'lateral-pterygoid',
    'medial-pterygoid',
  ]),
  paired('head.ear', 'ear', 'auricular region', ['ear-cartilage', 'auricularis']),
  paired('head.occiput', 'back of head', 'occipital region', [
    'occipitalis',
    'epicranial-aponeurosis',
    'greater-occipital-nerve',
  ]),
  paired('neck.suboccipital', 'suboccipitals', 'suboccipital region', [
    'trapezius-descending',
    'semispinalis-capitis',
    'greater-occipital-nerve',
    'rectus-capitis-posterior-major',
    'obliquus-capitis-superior',
    'obliquus-capitis-inferior',
    'rectus-capitis-posterior-minor',
  ]),
  midline('neck.cervical-spine', 'cervical spine', 'cervical spinous processes', [
    'nuchal-ligament',
    'cervical-interspinales',
    'cervical-multifidus',
    'cervical-facets',
  ]),
  paired('neck.posterior', 'back of neck', 'posterior cervical region', [
    'trapezius-descending',
    'splenius-capitis',
    'splenius-cervicis',
    'longissimus-capitis',
    'semispinalis-capitis',
    'semispinalis-cervicis',
    'cervical-multifidus',
    'cervical-facets',
  ]),
  paired('neck.lateral', 'side of neck', 'lateral cervical region (posterior triangle)', [
    'platysma',
    'levator-scapulae',
    'scalenus-posterior',
    'scalenus-medius',
    'scalenus-anterior',
    'brachial-plexus',
  ]),
  paired('neck.sternocleidomastoid', 'sternocleidomastoid', 'sternocleidomastoid region', [
    'platysma',
    'sternocleidomastoid',
    'scalenus-anterior',
    'longus-capitis',
  ]),
  midline('neck.throat', 'front of neck', 'anterior cervical region', [
    'platysma',
    'suprahyoids',
    'infrahyoids',
    'longus-colli',
    'longus-capitis',
  ]),
]
